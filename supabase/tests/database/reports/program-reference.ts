import { Temporal } from 'temporal-polyfill';
import type { ProgramWorld } from './program-worlds.ts';

/** What docs and comments say about hours of treatment, in plain loops: what the database is compared with. */
export interface PlacedWorld extends ProgramWorld {
  monday: Temporal.PlainDate;
  now: Temporal.Instant;
}

const counting = ['iop', 'php', 'therapy', 'psychoeducation', 'skills_training'];
const minimums = { php: { minutes: 1200, days: 5 }, iop: { minutes: 540, days: 3 } };
const attendedStates: (string | null)[] = ['present', 'late', 'left_early'];

/** The instant of a wall-clock time. Of two the later one, and a time that does not exist an hour on, as Postgres has it. */
export function instantOf(world: PlacedWorld, day: number, hour: number): Temporal.Instant {
  const wall = world.monday.add({ days: day }).toPlainDateTime({ hour });
  return wall.toZonedDateTime(world.zone, { disambiguation: 'later' }).toInstant();
}
const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** Every session that counts, with its instants; cancelled ones and those never approved do not. */
export function sessionsOf(world: PlacedWorld) {
  return world.sessions.flatMap((session, number) => {
    if (session.state === 'cancelled' || session.state === 'pending') return [];
    const starts = instantOf(world, session.day, session.startHour);
    const ends = instantOf(world, session.day, session.startHour + session.hours);
    const minutes = starts.until(ends).total('minutes');
    const isOpen = session.state !== 'completed' && before(world.now, ends);
    const hasBegun = session.state !== 'scheduled' || !before(world.now, starts);
    return [{ ...session, number, starts, ends, minutes, isOpen, hasBegun }];
  });
}
export type CountedSession = ReturnType<typeof sessionsOf>[number];

/** What is known of the patient at the session; undefined when nobody expects the patient there. */
export function expectation(world: PlacedWorld, session: CountedSession, patient: number) {
  const isOnRoster = world.seats.some(
    (seat) =>
      seat.patient === patient &&
      seat.group === session.group &&
      !seat.isDeleted &&
      seat.startsOn <= session.day &&
      (seat.left === null || before(session.starts, instantOf(world, ...seat.left))),
  );
  const noted = world.participants.find((entry) => entry.session === session.number && entry.patient === patient);
  const status = noted?.status ?? null;
  const hasAttended = attendedStates.includes(status);
  if (!isOnRoster && !noted?.isDropIn && !hasAttended) return undefined;
  return { isOnRoster, status, hasAttended, minutes: hasAttended ? (noted?.minutes ?? session.minutes) : 0 };
}

/** Minutes and days of the patient's week: attended, and still booked. */
export function weekOf(world: PlacedWorld, patient: number) {
  const week = {
    attended: 0,
    attendedDays: new Set<number>(),
    booked: 0,
    bookedDays: new Set<number>(),
    unrecorded: 0,
  };
  for (const session of sessionsOf(world)) {
    if (session.day < 0 || session.day > 6 || !counting.includes(world.groups[session.group]?.type ?? '')) continue;
    const expected = expectation(world, session, patient);
    if (!expected) continue;
    if (expected.hasAttended) {
      week.attended += expected.minutes;
      week.attendedDays.add(session.day);
    } else if (expected.status === null && session.isOpen) {
      week.booked += session.minutes;
      week.bookedDays.add(session.day);
    } else if (expected.status === null) {
      week.unrecorded += session.minutes;
    }
  }
  return week;
}

/** The program to whose minimum the patient's week is held, and whether the patient came to it in the week. */
export function membership(world: PlacedWorld, patient: number) {
  const ends = instantOf(world, 7, 0);
  const begins = instantOf(world, 0, 0);
  const running = (number: number) => {
    const group = world.groups[number];
    if (!group) return false;
    const hasSession = sessionsOf(world).some((one) => one.group === number && one.day >= 0 && one.day <= 6);
    const { firstDay, lastDay } = datesOf(group);
    const inTime = (firstDay === null || firstDay <= 6) && (lastDay === null || lastDay >= 0);
    return inTime && ((group.isActive && !group.isDeleted) || hasSession);
  };
  for (const program of ['php', 'iop'] as const) {
    const held = world.seats.filter(
      (seat) =>
        seat.patient === patient &&
        !seat.isDeleted &&
        world.groups[seat.group]?.type === program &&
        running(seat.group) &&
        seat.startsOn <= 6 &&
        (seat.left === null || before(begins, instantOf(world, ...seat.left))),
    );
    const stays = held.filter((seat) => seat.left === null || !before(instantOf(world, ...seat.left), ends));
    if (stays.length > 0) {
      return { program, groups: stays.map((seat) => seat.group), joined: !held.some((seat) => seat.startsOn <= 0) };
    }
  }
  return undefined;
}

/** The days of a group as they can be stored: an end needs a start before it. */
export function datesOf({ firstDay, lastDay }: ProgramWorld['groups'][number]) {
  return { firstDay, lastDay: firstDay !== null && lastDay !== null && lastDay > firstDay ? lastDay : null };
}

/** The answer of pm_program_compliance for the patient, without names; undefined when no program holds. */
export function complianceOf(world: PlacedWorld, patient: number) {
  const member = membership(world, patient);
  if (!member) return undefined;
  const minimum = minimums[member.program];
  const week = weekOf(world, patient);
  const newDays = [...week.bookedDays].filter((day) => !week.attendedDays.has(day)).length;
  const today = world.monday.until(world.now.toZonedDateTimeISO(world.zone).toPlainDate()).days;
  const left = [0, 1, 2, 3, 4, 5, 6].filter((day) => day >= today && !week.attendedDays.has(day)).length;
  let status = 'at_risk';
  if (week.attended >= minimum.minutes && week.attendedDays.size >= minimum.days) status = 'met';
  else if (week.attended + week.booked >= minimum.minutes && week.attendedDays.size + newDays >= minimum.days)
    status = 'on_track';
  else if (left === 0 || week.attendedDays.size + left < minimum.days) status = 'missed';
  return {
    ...{ program: member.program, minimum_minutes: minimum.minutes, minimum_days: minimum.days, status },
    ...{ attended_minutes: week.attended, attended_days: week.attendedDays.size },
    ...{ booked_minutes: week.booked, booked_days: newDays, unrecorded_minutes: week.unrecorded },
    joined_in_week: member.joined,
    groups: [...new Set(member.groups)].sort(),
  };
}

/** The numbers of the sessions that pm_make_up_sessions offers the patient, and what each would do. */
export function makeUpOf(world: PlacedWorld, patient: number) {
  const member = membership(world, patient);
  const week = weekOf(world, patient);
  const days = new Set([...week.attendedDays, ...week.bookedDays]);
  const inWeek = sessionsOf(world).filter((session) => session.day >= 0 && session.day <= 6);
  const own = inWeek.flatMap((session) => {
    const expected = expectation(world, session, patient);
    return expected ? [{ ...session, isBusy: expected.hasAttended || expected.status === null }] : [];
  });
  return inWeek.flatMap((session) => {
    const group = world.groups[session.group];
    if (!group || group.isDeleted || session.hasBegun || !counting.includes(group.type)) return [];
    if (own.some((mine) => mine.number === session.number)) return [];
    if (own.some((mine) => mine.isBusy && before(mine.starts, session.ends) && before(session.starts, mine.ends)))
      return [];
    const taken = [0, 1, 2].filter((other) => {
      const expected = expectation(world, session, other);
      return expected !== undefined && (expected.isOnRoster || expected.status !== 'excused');
    }).length;
    if (taken >= group.capacity) return [];
    const addsDay = !days.has(session.day);
    const minimum = member && minimums[member.program];
    const reaches =
      minimum !== undefined &&
      week.attended + week.booked + session.minutes >= minimum.minutes &&
      days.size + (addsDay ? 1 : 0) >= minimum.days;
    return [
      {
        number: session.number,
        seats_free: group.capacity - taken,
        adds_day: addsDay,
        mends: reaches,
        minutes: session.minutes,
      },
    ];
  });
}
