import { expect, it } from 'vitest';
import { notificationAddress } from './notification-address';

const IDS = { group_definition_id: 'g', session_id: 's', patient_id: 'p' };
const NOTHING = { group_definition_id: null, session_id: null, patient_id: null };
const AT_NINE = { session_date: '2026-11-24', start_time: '09:00:00' };
const PLACE = { ...AT_NINE, end_time: '10:00:00' };

it.each([
  ['response_flagged', { question_ids: ['q'] }, 'pm/sessions/s'],
  ['patient_promoted', { rule: 'by_hand' }, 'pm/groups/g/enrollments'],
  ['session_cancelled', AT_NINE, 'pm/schedule?date=2026-11-24&session=s'],
  [
    'session_rescheduled',
    { from: PLACE, to: { ...PLACE, session_date: '2026-12-01' } },
    'pm/schedule?date=2026-12-01&session=s',
  ],
  ['approval_requested', AT_NINE, 'pm/schedule?date=2026-11-24&session=s'],
  [
    'short_of_hours',
    { program: 'iop', week_start: '2026-11-23', missing_minutes: 60, missing_days: 0 },
    'pm/reports?week=2026-11-23',
  ],
  ['parrot_escaped', {}, 'pm/sessions/s'],
])('%s opens what it speaks of', (kind, payload, path) => {
  expect(notificationAddress({ kind, payload, ...IDS }, 'riverbend')).toBe(`/o/riverbend/${path}`);
});

it('opens the best that there is', () => {
  const unknown = { kind: 'parrot_escaped', payload: {}, ...NOTHING };
  expect(notificationAddress({ ...unknown, group_definition_id: 'g' }, 'r')).toBe('/o/r/pm/groups/g');
  expect(notificationAddress({ ...unknown, patient_id: 'p' }, 'r')).toBe('/o/r/pm/patients/p');
  expect(notificationAddress(unknown, 'r')).toBe('/o/r/notifications');
});
