import { describe, expect, it } from 'vitest';
import { notificationSentence, type Tellable } from './notification-sentence';

const NOW = new Date('2026-11-20T18:00:00Z');
const AT_NINE = { session_date: '2026-11-24', start_time: '09:00:00' };
const IN_ROOM_1 = { ...AT_NINE, end_time: '10:30:00', location: 'Room 1' };

function sentence(kind: string, payload: unknown, names: Partial<Tellable> = {}): string {
  return notificationSentence(
    {
      ...{ kind, payload, patient_id: 'mia', session: AT_NINE, group: { name: 'Morning Circle' } },
      patient: { first_name: 'Maria', last_name: 'Lopez', preferred_name: 'Mia' },
      ...names,
    },
    NOW,
  );
}

describe('notificationSentence', () => {
  it.each([
    [
      'patient_promoted',
      { rule: 'seat_freed' },
      'Maria Lopez (Mia) moved up from the waitlist of Morning Circle and has a seat now.',
    ],
    [
      'patient_promoted',
      { rule: 'by_hand' },
      'Maria Lopez (Mia) was given a seat in Morning Circle, from the waitlist.',
    ],
    [
      'session_cancelled',
      { ...AT_NINE, reason: 'Facilitator is ill.' },
      'Morning Circle on Tue, Nov 24, 9:00 AM was cancelled: Facilitator is ill.',
    ],
    ['session_cancelled', AT_NINE, 'Morning Circle on Tue, Nov 24, 9:00 AM was cancelled.'],
    [
      'session_cancelled',
      { session_date: '2027-01-05', start_time: '00:30:00' },
      'Morning Circle on Tue, Jan 5, 2027, 12:30 AM was cancelled.',
    ],
    ['approval_requested', AT_NINE, 'Morning Circle on Tue, Nov 24, 9:00 AM waits for approval.'],
    ['approval_granted', AT_NINE, 'Morning Circle on Tue, Nov 24, 9:00 AM was approved.'],
    [
      'approval_rejected',
      { ...AT_NINE, reason: 'No room' },
      'Morning Circle on Tue, Nov 24, 9:00 AM was not approved: No room.',
    ],
    [
      'short_of_hours',
      { program: 'iop', week_start: '2026-11-23', missing_minutes: 150, missing_days: 1 },
      'Maria Lopez (Mia) will be 2 hours 30 minutes and 1 day short of the IOP minimum in the week of Mon, Nov 23.',
    ],
    [
      'short_of_hours',
      { program: 'php', week_start: '2026-11-23', missing_minutes: 0, missing_days: 2 },
      'Maria Lopez (Mia) will be 2 days short of the PHP minimum in the week of Mon, Nov 23.',
    ],
    [
      'response_flagged',
      { question_ids: ['item_9'] },
      'Maria Lopez (Mia) gave an answer that needs attention in Morning Circle on Tue, Nov 24.',
    ],
    [
      'response_flagged',
      { question_ids: ['item_9', 'item_2'] },
      'Maria Lopez (Mia) gave 2 answers that need attention in Morning Circle on Tue, Nov 24.',
    ],
  ])('%s %j', (kind, payload, words) => {
    expect(sentence(kind, payload)).toBe(words);
  });

  it.each([
    [
      'another time',
      { ...IN_ROOM_1, session_date: '2026-11-25', start_time: '13:05:00', end_time: '14:00:00' },
      'Morning Circle was moved from Tue, Nov 24, 9:00 AM to Wed, Nov 25, 1:05 PM.',
    ],
    [
      'another time and room',
      { ...IN_ROOM_1, start_time: '12:00:00', location: 'Room 2' },
      'Morning Circle was moved from Tue, Nov 24, 9:00 AM to Tue, Nov 24, 12:00 PM, in Room 2.',
    ],
    [
      'another end',
      { ...IN_ROOM_1, end_time: '11:00:00' },
      'Morning Circle on Tue, Nov 24, 9:00 AM ends at 11:00 AM instead of 10:30 AM.',
    ],
    [
      'another room',
      { ...IN_ROOM_1, location: 'Room 2' },
      'Morning Circle on Tue, Nov 24, 9:00 AM meets in Room 2 instead of Room 1.',
    ],
    [
      'no room',
      { ...AT_NINE, end_time: '10:30:00' },
      'Morning Circle on Tue, Nov 24, 9:00 AM has no room any more; it was Room 1.',
    ],
  ])('session_rescheduled: %s', (_change, to, words) => {
    expect(sentence('session_rescheduled', { from: IN_ROOM_1, to })).toBe(words);
  });

  it('names nothing that was deleted or may not be seen', () => {
    const unseen = { group: null, patient: null, session: null };
    expect(sentence('patient_promoted', { rule: 'seat_freed' }, unseen)).toBe(
      'A patient moved up from the waitlist of a group and has a seat now.',
    );
    expect(sentence('session_cancelled', AT_NINE, unseen)).toBe('A group on Tue, Nov 24, 9:00 AM was cancelled.');
    expect(sentence('response_flagged', { question_ids: ['q'] }, { ...unseen, patient_id: null })).toBe(
      'A guest gave an answer that needs attention in a group.',
    );
  });

  it('says that something changed where it does not know what', () => {
    expect(sentence('parrot_escaped', { to: 'the wild' })).toBe('Something changed in Morning Circle.');
    expect(sentence('session_rescheduled', { from: 'yesterday' }, { group: null })).toBe('Something changed.');
    expect(sentence('session_cancelled', null)).toBe('Something changed in Morning Circle.');
  });
});
