import { makeRoster, type Roster, type RosterEntry } from './roster-model';
import type { Waiting } from './waiting.schema';

/** A roster for tests of sentences: so many with a seat (Ben Ito0, Ben Ito1, ...), so many who wait, some of them held back. */
interface Shape {
  taken: number;
  waiting?: number;
  /** Which of those who wait are held back, counted from 0. */
  held?: readonly number[];
  capacity: number;
  status?: string;
  minimum?: number | null;
}

export function rosterOf({
  taken,
  waiting = 0,
  held = [],
  capacity,
  status = 'active',
  minimum = null,
}: Shape): Roster {
  const group = {
    id: 'g',
    name: 'Anger',
    group_code: null,
    group_type: 'therapy',
    status,
    max_capacity: capacity,
    min_capacity: minimum,
  };
  const waits = entries('waitlisted', waiting);
  return makeRoster(
    group,
    [...entries('enrolled', taken), ...waits],
    waits.map(({ id }, index) => waitOf({ enrollment_id: id, is_held: held.includes(index) })),
  );
}

/** What is known of somebody who waits; next in line unless said otherwise. */
export function waitOf(more: Partial<Waiting> = {}): Waiting {
  return {
    enrollment_id: 'e',
    waiting_since: '2026-11-01T17:00:00Z',
    is_held: false,
    held_since: null,
    held_until: null,
    hold_reason: null,
    reason: 'full',
    ahead: 0,
    passed_over: [],
    ...more,
  };
}

function entries(status: string, count: number): RosterEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${status}-${index}`,
    status,
    patient_id: `${status}-${index}`,
    starts_on: '2026-11-01',
    waitlist_position: status === 'waitlisted' ? index + 1 : null,
    enrolled_at: null,
    waitlisted_at: null,
    patient: {
      id: `${status}-${index}`,
      first_name: 'Ben',
      last_name: `Ito${index}`,
      preferred_name: null,
      mrn: '1',
      date_of_birth: null,
      phone: null,
    },
  }));
}
