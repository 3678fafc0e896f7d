import { describe, expect, it, vi } from 'vitest';
import type { Session } from '@/modules/pm/sessions';
import { calendarEvents, shownHours, slotOf } from './calendar-events';
import { filterSessions, NO_FILTER, roomsOf } from './session-filter';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

const ME = '3f0c1d9e-0000-4000-8000-000000000001';
const OTHER = '3f0c1d9e-0000-4000-8000-000000000002';

function session(changes: Partial<Session> = {}): Session {
  return {
    id: 'x',
    group_definition_id: 'g',
    session_date: '2026-03-08',
    start_time: '09:00:00',
    end_time: '10:30:00',
    starts_at: '2026-03-08T13:00:00+00:00',
    ends_at: '2026-03-08T14:30:00+00:00',
    status: 'scheduled',
    cancellation_reason: null,
    facilitator_id: ME,
    co_facilitator_id: null,
    location: 'Juniper Room',
    conflict_override: false,
    approval_status: 'approved',
    series_id: null,
    group: { id: 'g', name: 'DBT Skills', group_code: null, group_type: 'skills_training' },
    ...changes,
  };
}

describe('sessions as events', () => {
  it('are given by the wall clock, the same on the day the clocks change', () => {
    expect(calendarEvents([session()], true)[0]).toMatchObject({
      start: '2026-03-08T09:00:00',
      end: '2026-03-08T10:30:00',
    });
  });

  it('move only while open, and only for those who may edit', () => {
    const states = ['scheduled', 'active', 'completed', 'cancelled'].map((status) => session({ status }));
    expect(calendarEvents(states, true).map(({ editable }) => editable)).toEqual([true, true, false, false]);
    expect(calendarEvents(states, false).some(({ editable }) => editable)).toBe(false);
  });

  it('come back as the wall clock of the organization, in summer and winter, in New York and Phoenix', () => {
    const nine = { start: '09:00', end: '10:30' };
    for (const [date, offset] of [
      ['2026-03-07', '-05:00'],
      ['2026-03-08', '-04:00'],
      ['2026-11-01', '-05:00'],
      ['2026-07-01', '-07:00'],
    ] as const)
      expect(slotOf({ startStr: `${date}T09:00:00${offset}`, endStr: `${date}T10:30:00${offset}` })).toEqual({
        date,
        ...nine,
      });
  });

  it('are refused when they would pass midnight, or have no end', () => {
    expect(slotOf({ startStr: '2026-11-24T23:00:00-05:00', endStr: '2026-11-25T00:30:00-05:00' })).toBeNull();
    expect(slotOf({ startStr: '2026-11-24T23:00:00-05:00', endStr: '2026-11-25T00:00:00-05:00' })).toBeNull();
    expect(slotOf({ startStr: '2026-11-24T23:00:00-05:00', endStr: '' })).toBeNull();
    expect(slotOf({ startStr: '2026-11-24', endStr: '2026-11-25' })).toBeNull();
  });

  it('stretch the hours of the day only as far as they need', () => {
    expect(shownHours([])).toEqual({ from: '07:00:00', to: '20:00:00' });
    expect(shownHours([session({ start_time: '05:30:00' }), session({ end_time: '20:15:00' })])).toEqual({
      from: '05:00:00',
      to: '21:00:00',
    });
    expect(shownHours([session({ end_time: '23:59:00' })]).to).toBe('24:00:00');
  });
});

describe('filters', () => {
  const mine = session({ id: 'mine', facilitator_id: OTHER, co_facilitator_id: ME });
  const cancelled = session({
    id: 'cancelled',
    facilitator_id: OTHER,
    status: 'cancelled',
    location: ' juniper room ',
  });
  const deleted = session({ id: 'deleted', facilitator_id: null, group: null, location: null });
  const all = [mine, cancelled, deleted];

  function shown(filter: Partial<typeof NO_FILTER>) {
    return filterSessions(all, { ...NO_FILTER, ...filter }, ME).map(({ id }) => id);
  }

  it('let everything through when none is set', () => {
    expect(shown({})).toEqual(['mine', 'cancelled', 'deleted']);
  });

  it('count a person in either role', () => {
    expect(shown({ mine: 'yes' })).toEqual(['mine']);
    expect(shown({ facilitator: [OTHER] })).toEqual(['mine', 'cancelled']);
  });

  it('combine, and compare rooms as the database does', () => {
    expect(shown({ location: 'Juniper Room' })).toEqual(['mine', 'cancelled']);
    expect(shown({ location: 'Juniper Room', state: ['cancelled'] })).toEqual(['cancelled']);
    expect(shown({ type: ['skills_training'] })).toEqual(['mine', 'cancelled']);
    expect(roomsOf(all)).toEqual(['juniper room']);
  });
});
