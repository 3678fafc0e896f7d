import { expect, it } from 'vitest';
import { enrollmentFacts } from './enrollment-facts';

const SEAT = {
  status: 'enrolled',
  starts_on: '2026-11-02',
  enrolled_at: '2026-11-03 03:00:00+00',
  waitlisted_at: null,
  disenrolled_at: null,
  disenroll_reason: null,
  waitlist_held_at: null,
  waitlist_held_until: null,
  waitlist_hold_reason: null,
  transferred_from_id: null,
};
const HELD = {
  status: 'waitlisted',
  enrolled_at: null,
  waitlisted_at: '2026-10-01T17:00:00Z',
  waitlist_held_at: '2026-10-02T17:00:00Z',
};
const AROUND = { timezone: 'America/Phoenix', today: '2026-11-21', fromGroup: null, toGroup: null };

it.each([
  [{}, {}, ['Enrolled since Nov 2, 2026.']],
  [{ starts_on: '2026-12-01' }, {}, ['Enrolled since Nov 2, 2026.', 'On rosters from Dec 1, 2026.']],
  [{ starts_on: '2026-11-10' }, {}, ['Enrolled since Nov 2, 2026.', 'On rosters since Nov 10, 2026.']],
  [
    { waitlisted_at: '2026-10-01T17:00:00Z' },
    {},
    ['Enrolled since Nov 2, 2026.', 'On the waitlist before, since Oct 1, 2026.'],
  ],
  [
    { transferred_from_id: 'x' },
    { fromGroup: 'Grief & Loss' },
    ['Enrolled since Nov 2, 2026.', 'Transferred from Grief & Loss.'],
  ],
  [{ transferred_from_id: 'x' }, {}, ['Enrolled since Nov 2, 2026.', 'Transferred from another group.']],
  [HELD, {}, ['Waiting since Oct 1, 2026.', 'Held back.']],
  [
    { ...HELD, waitlist_held_until: '2026-12-24', waitlist_hold_reason: 'In hospital' },
    {},
    ['Waiting since Oct 1, 2026.', 'Held back until Dec 24, 2026: In hospital'],
  ],
  [{ ...HELD, waitlist_held_until: '2026-11-21' }, {}, ['Waiting since Oct 1, 2026.']],
  [
    { status: 'disenrolled', disenrolled_at: '2027-01-05 18:00:00.5+00', disenroll_reason: 'Moved away' },
    { toGroup: 'IOP Core' },
    ['Nov 2, 2026 to Jan 5, 2027.', 'Transferred to IOP Core.', 'Reason: Moved away'],
  ],
])('%o, %o', (enrollment, around, expected) => {
  expect(enrollmentFacts({ ...SEAT, ...enrollment }, { ...AROUND, ...around })).toEqual(expected);
});
