import { describe, expect, it } from 'vitest';
import { activitySentence } from './activity-sentence';

const NAMES: Readonly<Record<string, string>> = { f1: 'Fay Lee', f2: 'Coco Ray' };

function sentence(action: string, metadata: unknown = {}) {
  return activitySentence({ action, metadata, who: 'Frieda Desk', patient: 'Maria Lopez' }, (id) => NAMES[id] ?? id);
}

describe('activitySentence', () => {
  it.each([
    ['group_created', {}, 'Frieda Desk created the group.'],
    ['group_deleted', {}, 'Frieda Desk deleted the group.'],
    ['patient_enrolled', { enrollment_id: 'x' }, 'Frieda Desk enrolled Maria Lopez.'],
    [
      'patient_waitlisted',
      { waitlist_position: 7 },
      'Frieda Desk put Maria Lopez on the waitlist: the group was full.',
    ],
    ['patient_disenrolled', { from_status: 'enrolled' }, 'Frieda Desk disenrolled Maria Lopez.'],
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
      'Frieda Desk changed the capacity from 10 to 12, the facilitator from Fay Lee to Coco Ray, the location to Room 2, the end date from Mar 1, 2027 to none and the description.',
    );
  });

  it.each([null, 'text', [], { changes: 'odd', session_date: 'never', cause: 3 }])(
    'survives metadata %j',
    (metadata) => {
      expect(sentence('group_updated', metadata)).toBe('Frieda Desk changed the group.');
      expect(sentence('session_started', metadata)).toBe('Frieda Desk started a session.');
    },
  );
});
