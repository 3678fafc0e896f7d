import { describe, expect, it } from 'vitest';
import type { SessionFormValues } from '../session-form.schema';
import { changingCount, seriesChanges, sessionsInScope } from './series-change-model';

const BEFORE: SessionFormValues = {
  group_definition_id: '6d4c0c2e-5b1b-4a3e-8f1c-2f4b8a1d0001',
  session_date: '2026-11-24',
  start_time: '09:00',
  end_time: '10:30',
  facilitator_id: 'fay',
  co_facilitator_id: null,
  location: 'Juniper Room',
  notes: '',
  conflict_override: false,
};

describe('seriesChanges', () => {
  it.each([
    [{}, {}],
    [{ location: ' Juniper Room ' }, {}],
    [{ session_date: '2026-11-25' }, { days: 1, recurrence_rule: 'FREQ=WEEKLY;COUNT=6;BYDAY=WE' }],
    [{ session_date: '2026-11-23' }, { days: -1, recurrence_rule: 'FREQ=WEEKLY;COUNT=6;BYDAY=MO' }],
    [
      { start_time: '13:00', end_time: '14:30' },
      { start_time: '13:00', end_time: '14:30' },
    ],
    [
      { facilitator_id: null, co_facilitator_id: 'cole' },
      { facilitator_id: null, co_facilitator_id: 'cole' },
    ],
    [
      { location: '', notes: ' Bring the forms. ' },
      { location: null, notes: 'Bring the forms.' },
    ],
  ])('%j', (typed, changes) => {
    expect(seriesChanges(BEFORE, { ...BEFORE, ...typed }, 'FREQ=WEEKLY;BYDAY=TU;COUNT=6')).toEqual(changes);
  });

  it('leaves a rule alone that cannot move by days', () => {
    const after = { ...BEFORE, session_date: '2026-11-25' };
    expect(seriesChanges(BEFORE, after, 'FREQ=MONTHLY;BYDAY=4TU')).toEqual({ days: 1 });
    expect(seriesChanges(BEFORE, after, null)).toEqual({ days: 1 });
  });
});

describe('sessionsInScope', () => {
  const session = (id: string, starts_at: string) => ({
    id,
    starts_at,
    session_date: starts_at.slice(0, 10),
    start_time: '09:00:00',
    end_time: '10:00:00',
  });
  const sessions = [
    session('forgotten', '2026-11-17 16:00:00+00'),
    session('next', '2026-11-24 16:00:00+00'),
    session('chosen', '2026-12-01 16:00:00+00'),
    session('last', '2026-12-08 16:00:00+00'),
  ];
  const chosen = { id: 'chosen', starts_at: '2026-12-01 16:00:00+00' };
  const now = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['following', ['chosen', 'last']],
    ['all', ['next', 'chosen', 'last']],
  ] as const)('%s', (scope, ids) => {
    expect(sessionsInScope(sessions, chosen, scope, now).map(({ id }) => id)).toEqual(ids);
  });

  it('has the chosen one among all even when its time is past', () => {
    const past = { id: 'forgotten', starts_at: '2026-11-17 16:00:00+00' };
    expect(sessionsInScope(sessions, past, 'all', now)).toHaveLength(4);
  });
});

it.each([
  [{ days: 1, start_time: '10:00' }, 8],
  [{ location: null }, 8],
  [{ start_time: '10:00', location: 'Cedar' }, 10],
])('counts those that become different: %j', (changes, count) => {
  expect(changingCount(changes, 10, 2)).toBe(count);
});
