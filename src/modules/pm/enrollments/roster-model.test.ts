import { describe, expect, it } from 'vitest';
import { rosterOf } from './roster.fixture';
import {
  forecast,
  makeRoster,
  nextInLine,
  passedOverBy,
  placements,
  type RosterEntry,
  seatsOf,
  standing,
  withMoved,
} from './roster-model';

function entry(id: string, status: string, more: Partial<RosterEntry> = {}): RosterEntry {
  return {
    id,
    status,
    patient_id: `patient-${id}`,
    starts_on: '2026-11-01',
    waitlist_position: null,
    enrolled_at: null,
    waitlisted_at: null,
    patient: null,
    ...more,
  };
}

function waiting(id: string, position: number) {
  return entry(id, 'waitlisted', { waitlist_position: position });
}

function named(id: string, first: string, last: string) {
  const patient = {
    id,
    first_name: first,
    last_name: last,
    preferred_name: null,
    mrn: id,
    date_of_birth: null,
    phone: null,
  };
  return entry(id, 'enrolled', { patient });
}

const GROUP = {
  id: 'g',
  name: 'Anger',
  group_code: null,
  group_type: 'therapy',
  status: 'active',
  max_capacity: 3,
  min_capacity: null,
};
const FULL = makeRoster(
  GROUP,
  [waiting('w2', 9), entry('a', 'enrolled'), entry('b', 'enrolled'), waiting('w1', 4), entry('c', 'enrolled')],
  [],
);

describe('makeRoster', () => {
  it('orders the waitlist by position, whose gaps do not matter', () => {
    expect(FULL.waiting.map(({ id }) => id)).toEqual(['w1', 'w2']);
    expect(seatsOf(FULL)).toEqual({ taken: 3, capacity: 3, waiting: 2 });
  });

  it('orders the roster by last name, records that cannot be shown last', () => {
    const roster = makeRoster(
      GROUP,
      [entry('hidden', 'enrolled'), named('2', 'Ana', 'Ruiz'), named('1', 'Zoe', 'Adams'), named('3', 'Abe', 'Ruiz')],
      [],
    );
    expect(roster.enrolled.map(({ id }) => id)).toEqual(['1', '3', '2', 'hidden']);
  });
});

describe('forecast', () => {
  it('counts free seats first, then places behind those who wait', () => {
    const roster = makeRoster(GROUP, [entry('a', 'enrolled'), waiting('w', 1)], []);
    expect([0, 1, 2, 3].map((nth) => forecast(roster, nth))).toEqual([
      { kind: 'seat', seat: 2, capacity: 3 },
      { kind: 'seat', seat: 3, capacity: 3 },
      { kind: 'waitlist', place: 2 },
      { kind: 'waitlist', place: 3 },
    ]);
  });

  it('puts the next one on the waitlist of a group over capacity', () => {
    const over = makeRoster({ ...GROUP, max_capacity: 1 }, [entry('a', 'enrolled'), entry('b', 'enrolled')], []);
    expect(forecast(over, 0)).toEqual({ kind: 'waitlist', place: 1 });
  });
});

describe('placements', () => {
  it('numbers the seats in the order of enrolling, up to the seats taken now', () => {
    const ids = ['patient-b', 'patient-w2', 'patient-a', 'patient-gone'];
    expect(placements(FULL, ids)).toEqual([
      { kind: 'seat', seat: 2, capacity: 3 },
      { kind: 'waitlist', place: 2 },
      { kind: 'seat', seat: 3, capacity: 3 },
      null,
    ]);
  });
});

describe('standing', () => {
  it('tells seat, place and neither apart', () => {
    expect(standing(FULL, 'patient-a')).toBe('enrolled');
    expect(standing(FULL, 'patient-w2')).toEqual({ place: 2 });
    expect(standing(FULL, 'patient-x')).toBeNull();
  });
});

describe('nextInLine', () => {
  it('is the first who waits, if leaving makes a seat free', () => {
    expect(nextInLine(FULL)?.id).toBe('w1');
    expect(nextInLine(makeRoster({ ...GROUP, max_capacity: 2 }, [...FULL.enrolled, ...FULL.waiting], []))).toBeNull();
    expect(
      nextInLine(makeRoster({ ...GROUP, status: 'inactive' }, [...FULL.enrolled, ...FULL.waiting], [])),
    ).toBeNull();
    expect(nextInLine(makeRoster(GROUP, FULL.enrolled, []))).toBeNull();
  });
});

describe('those who are held back', () => {
  const roster = rosterOf({ taken: 2, waiting: 3, held: [0], capacity: 2 });

  it('are passed by when a seat comes free', () => {
    expect(nextInLine(roster)?.id).toBe('waitlisted-1');
    expect(nextInLine(rosterOf({ taken: 2, waiting: 1, held: [0], capacity: 2 }))).toBeNull();
  });

  it('are not counted among those whom a promotion passes over', () => {
    const [first, second, third] = roster.waiting;
    expect(first && passedOverBy(roster, first)).toEqual([]);
    expect(second && passedOverBy(roster, second)).toEqual([]);
    expect(third && passedOverBy(roster, third).map(({ id }) => id)).toEqual(['waitlisted-1']);
  });
});

describe('withMoved', () => {
  const roster = rosterOf({ taken: 0, waiting: 4, capacity: 2 });
  const order = (id: string, place: number) =>
    withMoved(roster, id, place)
      .waiting.map((one) => one.id.slice(-1))
      .join('');

  it('moves one, and keeps the others in their order', () => {
    expect(order('waitlisted-3', 1)).toBe('3012');
    expect(order('waitlisted-0', 4)).toBe('1230');
    expect(order('waitlisted-1', 3)).toBe('0213');
    expect(order('waitlisted-1', 2)).toBe('0123');
    expect(order('waitlisted-9', 1)).toBe('0123');
  });

  it('says anew who is first and who comes behind whom, past those who are held back', () => {
    const moved = withMoved(rosterOf({ taken: 1, waiting: 3, held: [1], capacity: 1 }), 'waitlisted-2', 1);
    expect(moved.waiting.map(({ id, wait }) => [id, wait?.is_held ? 'held' : wait?.reason, wait?.ahead])).toEqual([
      ['waitlisted-2', 'full', 0],
      ['waitlisted-0', 'behind', 1],
      ['waitlisted-1', 'held', 0],
    ]);
  });

  it('gives each the position of the place, by which the order is read again', () => {
    expect(withMoved(roster, 'waitlisted-3', 1).waiting.map((one) => one.waitlist_position)).toEqual([1, 2, 3, 4]);
  });
});
