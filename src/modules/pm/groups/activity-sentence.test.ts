import { describe, expect, it } from 'vitest';
import { activitySentence, groupsSpokenOf, peopleNamedIn, sessionSpokenOf } from './activity-sentence';

const NAMES: Readonly<Record<string, string>> = { f1: 'Fay Lee', f2: 'Coco Ray' };

function sentence(action: string, metadata: unknown = {}) {
  return activitySentence(
    { action, metadata, who: 'Frieda Desk', patient: 'Maria Lopez' },
    { member: (id) => NAMES[id] ?? id, group: (id) => (id === 'g2' ? 'DBT Skills' : 'another group') },
  );
}

describe('activitySentence', () => {
  it('is read forwards whatever is in a name', () => {
    const patient = 'Ann\u202Ecba';
    const words = activitySentence(
      { action: 'enrollment_restored', metadata: {}, who: 'Frieda Desk', patient },
      { member: (id) => id, group: (id) => id },
    );
    expect(words).toBe('Frieda Desk restored the enrollment of Anncba.');
  });

  it.each([
    ['group_created', {}, 'Frieda Desk created the group.'],
    ['group_deleted', {}, 'Frieda Desk deleted the group.'],
    [
      'integrity_repaired',
      { check: 'waitlist_gaps', detail: '2 wait on places 1 and 3.' },
      'Frieda Desk had a finding of the integrity check repaired: 2 wait on places 1 and 3.',
    ],
    [
      'session_updated',
      { session_date: '2026-12-01', changes: { approval_status: { from: 'pending', to: 'approved' } } },
      'Frieda Desk changed the session of Dec 1, 2026: the approval from pending to approved.',
    ],
    [
      'session_updated',
      { session_date: '2026-12-01', changes: { questions: { from: null, to: 'PHQ-9' } } },
      'Frieda Desk changed the session of Dec 1, 2026: what it asks to PHQ-9.',
    ],
    [
      'group_updated',
      {
        changes: {
          session_approval_required: { from: false, to: true },
          advance_notice_hours: { from: 0, to: 1 },
        },
      },
      'Frieda Desk changed whether sessions need approval and the advance notice from 0 hours to 1 hour.',
    ],
    [
      'attendance_recorded',
      { session_date: '2026-12-01', from: null, to: 'left_early', minutes: 40 },
      'Frieda Desk recorded Maria Lopez as left early, 40 minutes in the session of Dec 1, 2026.',
    ],
    [
      'session_scheduled',
      { session_date: '2026-12-01', session_type: 'instant' },
      'Frieda Desk started, on the spot, the session of Dec 1, 2026.',
    ],
    [
      'attendance_recorded',
      { session_date: '2026-12-01', from: null, to: 'present', is_guest: true },
      'Frieda Desk recorded a guest as present in the session of Dec 1, 2026.',
    ],
    [
      'attendance_changed',
      { session_date: '2026-12-01', from: 'present', to: 'absent', is_guest: true },
      'Frieda Desk changed the attendance of a guest in the session of Dec 1, 2026 from present to absent.',
    ],
    [
      'attendance_changed',
      { session_date: '2026-12-01', from: 'late', from_minutes: 1, to: 'present' },
      'Frieda Desk changed the attendance of Maria Lopez in the session of Dec 1, 2026 from late, 1 minute to present.',
    ],
    [
      'attendance_changed',
      { session_date: '2026-12-01', from: 'absent', to: 'excused', reason: 'Called', after_completion: true },
      'Frieda Desk changed the attendance of Maria Lopez in the session of Dec 1, 2026 from absent to excused, after it was completed. Reason: Called',
    ],
    [
      'attendance_changed',
      { from: 'absent', to: null },
      'Frieda Desk cleared what was recorded of Maria Lopez in a session: absent.',
    ],
    [
      'drop_in_booked',
      { session_date: '2026-12-01' },
      'Frieda Desk booked Maria Lopez into the session of Dec 1, 2026 as a drop-in.',
    ],
    [
      'drop_in_cancelled',
      { session_date: '2026-12-01' },
      'Frieda Desk took Maria Lopez, a drop-in, off the list of the session of Dec 1, 2026.',
    ],
    [
      'guest_removed',
      { session_date: '2026-12-01' },
      'Frieda Desk took a guest off the list of the session of Dec 1, 2026.',
    ],
    ['patient_enrolled', { enrollment_id: 'x' }, 'Frieda Desk enrolled Maria Lopez.'],
    [
      'patient_waitlisted',
      { waitlist_position: 7 },
      'Frieda Desk put Maria Lopez on the waitlist: the group was full.',
    ],
    ['patient_disenrolled', { from_status: 'enrolled' }, 'Frieda Desk disenrolled Maria Lopez.'],
    [
      'patient_disenrolled',
      { from_status: 'enrolled', transferred_to_group_id: 'g2', reason: 'Transferred to "DBT Skills"' },
      'Frieda Desk transferred Maria Lopez to DBT Skills.',
    ],
    [
      'patient_disenrolled',
      { from_status: 'waitlisted', reason: 'Moved away' },
      'Frieda Desk took Maria Lopez off the waitlist. Reason: Moved away',
    ],
    [
      'patient_promoted',
      { cause: { rule: 'seat_freed', by_enrollment_id: 'x' } },
      'Maria Lopez moved up from the waitlist, because a seat came free.',
    ],
    [
      'patient_promoted',
      { cause: { rule: 'capacity_raised', from: 10, to: 12 } },
      'Maria Lopez moved up from the waitlist, because Frieda Desk raised the capacity from 10 to 12.',
    ],
    ['patient_promoted', { cause: { rule: 'by_hand' } }, 'Frieda Desk promoted Maria Lopez from the waitlist.'],
    [
      'waitlist_moved',
      { from_place: 3, to_place: 1 },
      'Frieda Desk moved Maria Lopez on the waitlist from place 3 to place 1.',
    ],
    [
      'waitlist_moved',
      { from_place: 3, to_place: 1, reason: 'Discharged on Friday' },
      'Frieda Desk moved Maria Lopez on the waitlist from place 3 to place 1. Reason: Discharged on Friday',
    ],
    [
      'patient_promoted',
      { cause: { rule: 'by_hand', reason: 'Urgent' }, passed_over: [{ enrollment_id: 'x', why: 'by_hand' }] },
      'Frieda Desk promoted Maria Lopez from the waitlist. 1 patient who waits was passed over. Reason: Urgent',
    ],
    [
      'patient_promoted',
      { cause: { rule: 'seat_freed' }, passed_over: [{}, {}] },
      'Maria Lopez moved up from the waitlist, because a seat came free. 2 patients who wait were passed over.',
    ],
    [
      'patient_promoted',
      { cause: { rule: 'hold_released', by_enrollment_id: 'x' }, passed_over: [] },
      'Maria Lopez moved up from the waitlist, because Frieda Desk released somebody who was held back while a seat was free.',
    ],
    [
      'patient_enrolled',
      { passed_over: [{ why: 'entered' }] },
      'Frieda Desk enrolled Maria Lopez. 1 patient who waits was passed over.',
    ],
    ['waitlist_held', {}, 'Frieda Desk held Maria Lopez back on the waitlist.'],
    [
      'waitlist_held',
      { held_until: '2026-12-01', reason: 'On holiday' },
      'Frieda Desk held Maria Lopez back on the waitlist until Dec 1, 2026. Reason: On holiday',
    ],
    [
      'waitlist_released',
      {},
      'Frieda Desk released Maria Lopez on the waitlist: the next free seat is for whoever is first again.',
    ],
    [
      'patient_disenrolled',
      { from_status: 'enrolled', transferred_to_group_id: 'g2', reason: 'Mornings' },
      'Frieda Desk transferred Maria Lopez to DBT Skills. Reason: Mornings',
    ],
    [
      'patient_disenrolled',
      { from_status: 'waitlisted', transferred_to_group_id: 'gone' },
      'Frieda Desk transferred Maria Lopez to another group, giving up the place on the waitlist.',
    ],
    [
      'patient_enrolled',
      { transferred_from_group_id: 'g2' },
      'Frieda Desk transferred Maria Lopez here from DBT Skills.',
    ],
    [
      'patient_waitlisted',
      { transferred_from_group_id: 'g2' },
      'Frieda Desk transferred Maria Lopez here from DBT Skills, on the waitlist: the group was full.',
    ],
    ['group_created', { cloned_from: 'g2' }, 'Frieda Desk created the group as a clone of DBT Skills.'],
    [
      'group_merged',
      { into_group_id: 'g2', reason: 'Too few' },
      'Frieda Desk merged the group into DBT Skills. Reason: Too few',
    ],
    ['group_merged', { from_group_id: 'g2' }, 'Frieda Desk merged DBT Skills into the group.'],
    ['session_scheduled', { session_date: '2026-11-24' }, 'Frieda Desk scheduled the session of Nov 24, 2026.'],
    [
      'session_cancelled',
      { session_date: '2026-11-24', reason: 'Snow' },
      'Frieda Desk cancelled the session of Nov 24, 2026. Reason: Snow',
    ],
    ['something_new', {}, 'Frieda Desk: something new.'],
  ])('%s %j', (action, metadata, expected) => {
    expect(sentence(action, metadata)).toBe(expected);
  });

  it('names what was changed, ids as people', () => {
    expect(
      sentence('group_updated', {
        changes: {
          max_capacity: { from: 10, to: 12 },
          facilitator_id: { from: 'f1', to: 'f2' },
          location: { to: 'Room 2' },
          end_date: { from: '2027-03-01' },
          description: { from: 'long', to: 'longer' },
          custom_fields: { from: {}, to: { a: 1 } },
        },
      }),
    ).toBe(
      'Frieda Desk changed the capacity from 10 to 12, the facilitator from Fay Lee to Coco Ray, the location to Room 2, the end date from Mar 1, 2027 to none and the description from “long” to “longer”.',
    );
  });

  it.each([
    [
      { facilitator_id: { from: 'f1', to: 'f2' }, location: { from: 'Room 1', to: 'Room 2' } },
      'the facilitator from Fay Lee to Coco Ray and the location from Room 1 to Room 2.',
    ],
    [
      { start_time: { from: '09:00:00', to: '13:30:00' }, end_time: { from: '10:00:00', to: '14:30:00' } },
      'the start time from 9:00 AM to 1:30 PM and the end time from 10:00 AM to 2:30 PM.',
    ],
    [{ series_id: { from: null, to: 'f1' } }, 'the series it belongs to.'],
    [
      { location: { to: 'Room 2' }, conflict_override: { from: false, to: true } },
      'the location to Room 2. It is scheduled anyway, in spite of a conflict.',
    ],
    [
      { location: { to: 'Room 2' }, conflict_override: { from: true, to: false } },
      'the location to Room 2. Its people and room are kept free for it again.',
    ],
    [{ questions_data: { to: {} } }, 'details.'],
  ])('says of a session what was changed: %j', (changes, expected) => {
    expect(sentence('session_updated', { session_date: '2026-11-24', changes })).toBe(
      `Frieda Desk changed the session of Nov 24, 2026: ${expected}`,
    );
  });

  it('calls a moved session by the date that it had', () => {
    const changes = { session_date: { from: '2026-11-24', to: '2026-11-25' } };
    expect(sentence('session_updated', { session_date: '2026-11-25', changes })).toBe(
      'Frieda Desk changed the session of Nov 24, 2026: the date from Nov 24, 2026 to Nov 25, 2026.',
    );
  });

  it('says that a conflict was overridden, and that this was taken back', () => {
    const session_date = '2026-11-24';
    const anyway = 'Frieda Desk scheduled the session of Nov 24, 2026 anyway, in spite of a conflict.';
    expect(sentence('session_scheduled', { session_date, conflict_override: true })).toBe(anyway);
    expect(
      sentence('session_updated', { session_date, changes: { conflict_override: { from: false, to: true } } }),
    ).toBe(anyway);
    expect(
      sentence('session_updated', { session_date, changes: { conflict_override: { from: true, to: false } } }),
    ).toBe('Frieda Desk had people and room of the session of Nov 24, 2026 kept free for it again.');
  });

  it.each([null, 'text', [], { changes: 'odd', session_date: 'never', cause: 3 }])(
    'survives metadata %j',
    (metadata) => {
      expect(sentence('group_updated', metadata)).toBe('Frieda Desk changed the group.');
      expect(sentence('session_started', metadata)).toBe('Frieda Desk started a session.');
    },
  );
});

it('knows which other groups an entry speaks of', () => {
  expect(groupsSpokenOf({ transferred_to_group_id: 'g2' })).toEqual(['g2']);
  expect(groupsSpokenOf({ into_group_id: 3 })).toEqual([]);
  expect(groupsSpokenOf(null)).toEqual([]);
});

it('knows which session an entry speaks of', () => {
  const id = '7235e32d-4ed2-82fa-adc7-8063d6958f1a';
  expect(sessionSpokenOf({ session_id: id, session_date: '2026-11-24' })).toEqual({ id, date: '2026-11-24' });
  expect(sessionSpokenOf({ session_date: '2026-11-24' })).toBeNull();
  expect(sessionSpokenOf('?')).toBeNull();
});

it('tells which facilitators an entry names', () => {
  expect(
    peopleNamedIn({ changes: { facilitator_id: { from: 'f1', to: null }, name: { from: 'a', to: 'b' } } }),
  ).toEqual(['f1']);
  expect(peopleNamedIn(null)).toEqual([]);
});
