import type { GroupSeats, People, Session } from '@/modules/pm/sessions';

export const MONTH = '2026-11-01';
export const TIMEZONE = 'America/New_York';

const TYPES = ['therapy', 'psychoeducation', 'skills_training', 'support', 'iop', 'php', 'other'];
const GROUPS = 60;

function id(kind: number, number: number): string {
  return `${kind}0000000-0000-8000-a000-${String(number).padStart(12, '0')}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
}

/** So many sessions, spread evenly over the month, most of them planned, some done or cancelled. */
export function monthSessions(count: number): Session[] {
  return Array.from({ length: count }, (_, number) => {
    const date = `2026-11-${String((number % 30) + 1).padStart(2, '0')}`;
    const start = 480 + ((number * 17) % 40) * 15;
    const group = number % GROUPS;
    const status = number % 20 === 0 ? 'cancelled' : number % 30 < 12 ? 'completed' : 'scheduled';
    return {
      id: id(1, number),
      group_definition_id: id(2, group),
      session_date: date,
      start_time: clock(start),
      end_time: clock(start + 90),
      starts_at: `${date}T${clock(start)}-05:00`,
      ends_at: `${date}T${clock(start + 90)}-05:00`,
      status,
      cancellation_reason: status === 'cancelled' ? 'The facilitator is ill' : null,
      facilitator_id: id(3, group % 12),
      co_facilitator_id: null,
      location: `Room ${group % 8}`,
      conflict_override: false,
      approval_status: 'approved',
      series_id: null,
      group: {
        id: id(2, group),
        name: `Relapse Prevention ${group}`,
        group_code: `261101AMRE${group}`,
        group_type: TYPES[group % TYPES.length] ?? 'other',
      },
    };
  });
}

export const people: People = {
  choices: [],
  nameOf: (personId) => personId && `Facilitator ${Number(personId.slice(-3))}`,
};

export const seats: GroupSeats = Object.fromEntries(
  Array.from({ length: GROUPS }, (_, group) => [id(2, group), { capacity: 20, taken: group % 21, waiting: group % 3 }]),
);
