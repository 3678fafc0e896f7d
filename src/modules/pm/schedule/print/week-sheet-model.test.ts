import { describe, expect, it, vi } from 'vitest';
import type { Session } from '@/modules/pm/sessions';
import { sessionCards } from '../session-card';
import { NO_FILTER } from '../session-filter';
import { calendarAddress, printAddress } from './print-address';
import { filterWords, sheetDays } from './week-sheet-model';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

const people = { choices: [], nameOf: (id: string | null) => id };

function cardsOf(...changes: Partial<Session>[]) {
  const sessions = changes.map(
    (change, index): Session => ({
      id: `${index}`,
      group_definition_id: 'g',
      session_date: '2026-11-24',
      start_time: '09:00:00',
      end_time: '10:30:00',
      starts_at: '',
      ends_at: '',
      status: 'scheduled',
      cancellation_reason: null,
      facilitator_id: 'Ana',
      co_facilitator_id: null,
      location: 'Juniper Room',
      conflict_override: false,
      approval_status: 'approved',
      series_id: null,
      group: { id: 'g', name: 'DBT Skills', group_code: null, group_type: 'skills_training' },
      ...change,
    }),
  );
  return sessionCards(sessions, people, { g: { taken: 10, capacity: 10, waiting: 2 } }).values();
}

describe('a week on paper', () => {
  it('has the working days, and Saturday or Sunday only when something is to say', () => {
    const days = (cards: Parameters<typeof sheetDays>[1], closed: [string, string][] = []) =>
      sheetDays('2026-11-24', cards, new Map(closed)).map(({ day }) => day);
    expect(days([])).toEqual(['Nov 23', 'Nov 24', 'Nov 25', 'Nov 26', 'Nov 27']);
    expect(days(cardsOf({ session_date: '2026-11-28' }), [['2026-11-22', 'Inventory']])).toHaveLength(7);
  });

  it('tells sessions in the order of the day, with state and fill in words', () => {
    const tuesday = sheetDays(
      '2026-11-24',
      cardsOf(
        { start_time: '13:00:00', end_time: '14:00:00', status: 'cancelled' },
        { conflict_override: true, approval_status: 'pending' },
      ),
      new Map(),
    ).find(({ date }) => date === '2026-11-24');
    expect(tuesday?.entries).toEqual([
      {
        id: '1',
        time: '9:00–10:30 AM',
        name: 'DBT Skills',
        facilitator: 'Ana',
        location: 'Juniper Room',
        fill: '10/10 +2',
        state: 'Scheduled anyway, Waits for approval',
        cancelled: false,
      },
      expect.objectContaining({ id: '0', time: '1:00–2:00 PM', state: 'Cancelled', cancelled: true }),
    ]);
  });

  it('names the filters that apply', () => {
    expect(filterWords(NO_FILTER, people.nameOf)).toEqual([]);
    expect(
      filterWords({ ...NO_FILTER, facilitator: ['Ana', 'Ben'], type: ['iop'], mine: 'yes' }, people.nameOf),
    ).toEqual(['only my own sessions', 'facilitator: Ana, Ben', 'type: Intensive outpatient']);
  });

  it('takes the filters along and finds the way back', () => {
    const search = '?view=people&type=iop&session=x&dialog=edit';
    expect(printAddress('riverbend', search, '2026-11-24')).toBe(
      '/o/riverbend/pm/schedule/print?date=2026-11-24&view=people&type=iop',
    );
    expect(calendarAddress('riverbend', search, '2026-11-24')).toBe(
      '/o/riverbend/pm/schedule?date=2026-11-24&view=people&type=iop',
    );
  });
});
