import { expect, it } from 'vitest';
import type { SeriesConflict } from './api/series-conflict';
import { canBeOverridden, conflictWords } from './conflict-words';

const PERSON: SeriesConflict = {
  kind: 'person',
  resource: 'Ana Ruiz',
  session_id: 'one',
  group_name: 'Grief <support>',
  starts_at: '2026-12-01 16:00:00+00',
  ends_at: '2026-12-01 17:30:00+00',
  detail: 'Ana Ruiz is already taken.',
};

it('says for each other session who and what it takes, on the organization’s clock', () => {
  const room: SeriesConflict = { ...PERSON, kind: 'location', resource: 'Cedar Room' };
  const other: SeriesConflict = { ...room, session_id: 'two', group_name: 'Yoga' };
  expect(conflictWords([PERSON, room, other], 'America/Phoenix')).toEqual([
    'Ana Ruiz and Cedar Room are taken by “Grief <support>”, 9:00–10:30 AM.',
    'Cedar Room is taken by “Yoga”, 9:00–10:30 AM.',
  ]);
});

it('repeats the server where there is no other session to name', () => {
  const nothing = { resource: null, session_id: null, group_name: null, starts_at: null, ends_at: null };
  const series: SeriesConflict = { ...PERSON, ...nothing, kind: 'series', detail: 'It would overlap the one before.' };
  const clock: SeriesConflict = { ...PERSON, ...nothing, kind: 'clock_change', detail: 'The clocks go forward.' };
  const hidden: SeriesConflict = { ...PERSON, group_name: null };
  expect(conflictWords([series, clock, hidden], 'America/Phoenix')).toEqual([
    'It would overlap the one before.',
    'The clocks go forward.',
    'Ana Ruiz is already taken.',
  ]);
});

it('says what the group’s policy does not allow with what mends it, and that it cannot be overridden', () => {
  const nothing = { resource: null, session_id: null, group_name: null, starts_at: null, ends_at: null };
  const notice: SeriesConflict = { ...PERSON, ...nothing, kind: 'advance_notice', detail: 'At least 24 hours.' };
  const slot: SeriesConflict = { ...notice, kind: 'time_slot', detail: 'Outside of the times.' };
  expect(conflictWords([notice, slot], 'America/Phoenix')).toEqual([
    'Too soon: the group asks for more notice. Move it to a later date, or leave it out.',
    'Outside the times of the group. Give it another time or day, or leave it out.',
  ]);
  expect(canBeOverridden([PERSON])).toBe(true);
  expect(canBeOverridden([PERSON, slot])).toBe(false);
});
