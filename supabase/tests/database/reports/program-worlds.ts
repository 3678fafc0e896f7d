import fc from 'fast-check';

/** A week of a clinic with programs: groups, seats, sessions and who came, all by number. Days count from the week's Monday. */
const type = fc.constantFrom(
  'iop',
  'iop',
  'php',
  'php',
  'therapy',
  'psychoeducation',
  'skills_training',
  'support',
  'other',
);
const patient = fc.nat(2);
const group = fc.nat(3);

const groups = fc.array(
  fc.record({
    type,
    isActive: fc.constantFrom(true, true, true, false),
    isDeleted: fc.constantFrom(false, false, false, false, true),
    capacity: fc.integer({ min: 1, max: 4 }),
    /** First and last day of the group; null: open. */
    firstDay: fc.option(fc.integer({ min: -20, max: 9 }), { freq: 3, nil: null }),
    lastDay: fc.option(fc.integer({ min: -8, max: 30 }), { freq: 3, nil: null }),
  }),
  { minLength: 4, maxLength: 4 },
);
const seats = fc.uniqueArray(
  fc.record({
    patient,
    group,
    startsOn: fc.constantFrom(-9, -9, -9, 0, 2, 6, 8),
    /** Day and hour at which the patient left. */
    left: fc.option(fc.tuple(fc.integer({ min: -3, max: 9 }), fc.nat(23)), { freq: 2, nil: null }),
    isDeleted: fc.constantFrom(false, false, false, false, true),
  }),
  { minLength: 2, maxLength: 9, selector: (seat) => `${seat.patient} ${seat.group}` },
);
const sessions = fc.array(
  fc.record({
    group,
    day: fc.constantFrom(-1, 0, 1, 2, 3, 4, 5, 6, 6, 7),
    // From 1 o'clock on, so that some begin before the clocks change and end after.
    startHour: fc.constantFrom(1, 8, 9, 11, 13, 16, 18),
    hours: fc.constantFrom(1, 2, 4, 5),
    /** pending: scheduled, and not approved yet. */
    state: fc.constantFrom('scheduled', 'scheduled', 'scheduled', 'completed', 'active', 'cancelled', 'pending'),
  }),
  { minLength: 6, maxLength: 20 },
);
const participants = fc.uniqueArray(
  fc.record({
    session: fc.nat(19),
    patient,
    isDropIn: fc.boolean(),
    status: fc.constantFrom('present', 'present', 'late', 'left_early', 'excused', 'absent', null),
    minutes: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 2, nil: null }),
  }),
  { maxLength: 30, selector: (participant) => `${participant.session} ${participant.patient}` },
);

/** A patient who comes to a group every day: without such, hardly a random week would reach a minimum. */
const course = fc.record({
  ...{ patient, group, days: fc.integer({ min: 0, max: 7 }), hours: fc.constantFrom(3, 4, 5) },
  status: fc.constantFrom('present' as const, 'late' as const, null),
});

const randomWeek = fc.record({
  zone: fc.constantFrom(
    'America/New_York',
    'America/Phoenix',
    'Europe/Berlin',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ),
  /** Weeks from this one, or the Monday of a week in which clocks changed. */
  week: fc.constantFrom(0, 0, 1, 1, -1, '2026-03-02', '2026-03-23', '2025-10-27'),
  ...{ groups, seats, sessions, participants, course },
});
export const programWorld = randomWeek.map(({ course: daily, ...world }) => {
  const first = world.sessions.length;
  const days = Array.from({ length: daily.days }, (_, day) => day);
  const dailySessions = days.map((day) => ({
    ...{ group: daily.group, day, startHour: 9, hours: daily.hours, state: 'scheduled' },
  }));
  const visits = days.map((day) => ({
    ...{ session: first + day, patient: daily.patient, isDropIn: true, status: daily.status, minutes: null },
  }));
  return {
    ...world,
    sessions: [...world.sessions, ...dailySessions],
    participants: [...world.participants.filter(({ session }) => session < first), ...visits],
  };
});
export type ProgramWorld = typeof programWorld extends fc.Arbitrary<infer World> ? World : never;
