import { describe, expect, it, vi } from 'vitest';
import type { Session } from '@/modules/pm/sessions';
import { canMoveSeries, seriesMove, seriesMoved, slotOfSession } from './series-move';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

const session: Session = {
  id: 'x',
  group_definition_id: 'g',
  session_date: '2026-10-30',
  start_time: '09:00:00',
  end_time: '10:30:00',
  starts_at: '2026-10-30T13:00:00+00:00',
  ends_at: '2026-10-30T14:30:00+00:00',
  status: 'scheduled',
  cancellation_reason: null,
  facilitator_id: null,
  co_facilitator_id: null,
  location: null,
  conflict_override: false,
  approval_status: 'approved',
  series_id: 's',
  group: null,
};
const from = slotOfSession(session);

describe('a drag of a session that belongs to a series', () => {
  it('says how many days and which times the others follow, over months and the clocks going back', () => {
    expect(seriesMove(from, { date: '2026-11-03', start: '09:00', end: '10:30' })).toEqual({ days: 4 });
    expect(seriesMove(from, { date: '2026-10-26', start: '10:00', end: '11:30' })).toEqual({
      days: -4,
      start_time: '10:00',
      end_time: '11:30',
    });
    expect(seriesMove(from, { ...from, end: '11:00' })).toEqual({ end_time: '11:00' });
  });

  it('is undone by its opposite', () => {
    const to = { date: '2026-11-03', start: '08:00', end: '09:00' };
    expect(seriesMove(to, from)).toEqual({ days: -4, start_time: '09:00', end_time: '10:30' });
  });

  it('can only take along what the server moves', () => {
    expect(canMoveSeries(session, { ...from, date: '2026-11-30' })).toBe(true);
    expect(canMoveSeries(session, { ...from, date: '2026-12-01' })).toBe(false);
    expect(canMoveSeries({ ...session, status: 'active' }, from)).toBe(false);
    expect(canMoveSeries({ ...session, series_id: null }, from)).toBe(false);
  });

  it('is told with what stayed behind', () => {
    expect(seriesMoved('DBT Skills', { changed: [1], kept: 0 })).toBe('1 session of DBT Skills is moved.');
    expect(seriesMoved('DBT Skills', { changed: [1, 2], kept: 1 })).toBe(
      '2 sessions of DBT Skills are moved. 1 that was set by hand keeps its own.',
    );
  });
});
