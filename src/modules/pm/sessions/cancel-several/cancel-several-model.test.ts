import { describe, expect, it } from 'vitest';
import type { Session } from '../session';
import { cancelSeveralSchema } from './cancel-several.schema';
import { candidates, chosenOf, daysToClose, inParts, readRange } from './cancel-several-model';

function session(id: string, changes: Partial<Session> = {}): Session {
  return {
    id,
    group_definition_id: 'dbt',
    session_date: '2026-11-27',
    start_time: '10:00:00',
    end_time: '11:00:00',
    starts_at: '2026-11-27T17:00:00Z',
    ends_at: '2026-11-27T18:00:00Z',
    status: 'scheduled',
    cancellation_reason: null,
    facilitator_id: 'daniel',
    co_facilitator_id: 'ruth',
    location: 'Juniper Room',
    conflict_override: false,
    approval_status: 'approved',
    series_id: null,
    group: null,
    ...changes,
  };
}

const ANY = { facilitator: '', location: '', group: '' };

function ids(sessions: readonly Session[]) {
  return sessions.map(({ id }) => id);
}

describe('what can be cancelled together', () => {
  const all = [
    session('scheduled'),
    session('active', { status: 'active' }),
    session('completed', { status: 'completed' }),
    session('cancelled', { status: 'cancelled' }),
  ];

  it('is what is still open', () => {
    expect(ids(candidates(all, ANY))).toEqual(['scheduled', 'active']);
  });

  it('is narrowed by person in either role, room however written, and group', () => {
    expect(candidates(all, { ...ANY, facilitator: 'ruth' })).toHaveLength(2);
    expect(candidates(all, { ...ANY, facilitator: 'somebody' })).toEqual([]);
    expect(candidates(all, { ...ANY, location: ' juniper ROOM' })).toHaveLength(2);
    expect(candidates(all, { ...ANY, group: 'other' })).toEqual([]);
  });

  it('is chosen by default unless it is in progress, and by hand as one likes', () => {
    expect(ids(chosenOf(candidates(all, ANY), {}))).toEqual(['scheduled']);
    expect(ids(chosenOf(candidates(all, ANY), { scheduled: false, active: true }))).toEqual(['active']);
  });
});

describe('the days', () => {
  it('are one to thirty-one, in order', () => {
    expect(readRange({ first: '2026-11-27', last: '2026-11-27' })).not.toBeNull();
    expect(readRange({ first: '2026-11-01', last: '2026-12-01' })).not.toBeNull();
    expect(readRange({ first: '2026-11-01', last: '2026-12-02' })).toBeNull();
    expect(readRange({ first: '2026-11-27', last: '2026-11-26' })).toBeNull();
    expect(readRange({ first: '', last: '2026-11-26' })).toBeNull();
  });

  it('become closed days where they are not already', () => {
    expect(
      daysToClose({ first: '2026-11-26', last: '2026-11-28', closedName: ' Thanksgiving ' }, [
        { closed_on: '2026-11-26', name: 'Holiday' },
      ]),
    ).toEqual([
      { closed_on: '2026-11-27', name: 'Thanksgiving' },
      { closed_on: '2026-11-28', name: 'Thanksgiving' },
    ]);
  });

  it('need a name to be closed', () => {
    const values = { first: '2026-11-27', last: '2026-11-27', ...ANY, reason: 'Snow', closes: true, closedName: ' ' };
    expect(cancelSeveralSchema.safeParse(values).success).toBe(false);
    expect(cancelSeveralSchema.safeParse({ ...values, closedName: 'Snow day' }).success).toBe(true);
    expect(cancelSeveralSchema.safeParse({ ...values, closes: false }).success).toBe(true);
  });
});

describe('parts', () => {
  it('hold everything once', () => {
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inParts([], 2)).toEqual([]);
  });
});
