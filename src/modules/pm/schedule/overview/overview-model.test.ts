import { describe, expect, it, vi } from 'vitest';
import type { Session } from '@/modules/pm/sessions';
import { freeSlots, inLanes, minutesOf, type Span } from './day-times';
import { peopleColumns, roomColumns } from './overview-columns';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

function session(id: string, changes: Partial<Session> = {}): Session {
  return {
    id,
    group_definition_id: 'g',
    session_date: '2026-11-24',
    start_time: '09:00:00',
    end_time: '10:00:00',
    starts_at: '2026-11-24T16:00:00+00:00',
    ends_at: '2026-11-24T17:00:00+00:00',
    status: 'scheduled',
    cancellation_reason: null,
    facilitator_id: null,
    co_facilitator_id: null,
    location: null,
    conflict_override: false,
    approval_status: 'approved',
    series_id: null,
    group: null,
    ...changes,
  };
}

const NAMES = new Map([
  ['ana', 'Ana'],
  ['ben', 'Ben'],
  ['cleo', 'Cleo'],
]);
const nameOf = (id: string | null) => (id === null ? null : (NAMES.get(id) ?? 'Former member'));

function shown(columns: ReturnType<typeof peopleColumns>) {
  return columns.map(({ name, sessions }) => [name, ...sessions.map(({ id }) => id)].join(' '));
}

describe('columns of the day', () => {
  it('are people in either role first, then those who are free, and before all what nobody leads', () => {
    const sessions = [
      session('one', { facilitator_id: 'cleo', co_facilitator_id: 'ben' }),
      session('two'),
      session('three', { facilitator_id: 'gone' }),
    ];
    const leaders = ['cleo', 'ana'].map((value) => ({ value, label: NAMES.get(value) ?? '' }));
    expect(shown(peopleColumns(sessions, leaders, nameOf))).toEqual([
      'No facilitator two',
      'Ben one',
      'Cleo one',
      'Former member three',
      'Ana',
    ]);
  });

  it('are rooms, each once however it is written', () => {
    const sessions = [session('one', { location: 'Juniper Room' }), session('two', { location: ' juniper room' })];
    expect(shown(roomColumns(sessions, ['JUNIPER ROOM', 'Cedar', 'cedar']))).toEqual(['Juniper Room one two', 'cedar']);
  });
});

describe('times of a column', () => {
  const day = { from: minutesOf('09:00'), to: minutesOf('12:00:00') };
  const span = (from: string, to: string): Span => ({ from: minutesOf(from), to: minutesOf(to) });
  const same = (item: Span) => item;

  it('are free in half hours where nothing is, also around odd minutes', () => {
    expect(freeSlots(day, [span('08:00', '10:00'), span('11:00', '13:00')])).toEqual([
      span('10:00', '10:30'),
      span('10:30', '11:00'),
    ]);
    expect(freeSlots(day, [span('09:00', '10:20'), span('10:00', '11:15')])).toEqual([
      span('11:15', '11:30'),
      span('11:30', '12:00'),
    ]);
    // Ten minutes before the half hour are too few to be hit.
    expect(freeSlots(day, [span('09:00', '11:20')])).toEqual(
      [span('11:20', '12:00')].map(({ from }) => ({ from, to: from + 40 })),
    );
    expect(freeSlots(day, [span('09:00', '12:00')])).toEqual([]);
  });

  it('stand beside each other where they overlap, not where they adjoin', () => {
    const lanes = inLanes([span('10:00', '11:00'), span('09:00', '10:30'), span('11:00', '12:00')], same);
    expect(lanes.map(({ lane, lanes: of }) => `${lane}/${of}`)).toEqual(['0/2', '1/2', '0/1']);
  });

  it('use a lane again that has become free', () => {
    const lanes = inLanes([span('09:00', '12:00'), span('09:00', '10:00'), span('10:00', '11:00')], same);
    expect(lanes.map(({ lane, lanes: of }) => `${lane}/${of}`)).toEqual(['0/2', '1/2', '1/2']);
  });
});
