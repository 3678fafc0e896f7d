import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import type { Desk, LogEntry } from '../../support/front-desk.ts';
import { openRoom, type Participant, seatedGroup, startNow } from './room.ts';

// FC_RUNS=500 npm run test:database -- attendance-model soaks; FC_SEED repeats a run.
const numRuns = Number(process.env.FC_RUNS ?? 15);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

const patientCount = 3;
const statuses = ['present', 'late', 'left_early', 'excused', 'absent', null] as const;

/** A tap on a device: for whom, what, and how many seconds ago. */
interface Tap {
  patient: number;
  status: (typeof statuses)[number];
  minutes: number | null;
  secondsAgo: number;
}
interface Delivery {
  taps: Tap[];
  by: 'facilitator' | 'org_admin';
}

const tap: fc.Arbitrary<Tap> = fc
  .record({
    patient: fc.nat(patientCount - 1),
    status: fc.constantFrom(...statuses),
    minutes: fc.option(fc.integer({ min: 0, max: 60 })),
    // Few instants, so that two taps at the same one happen.
    secondsAgo: fc.integer({ min: 1, max: 60 }),
  })
  .map((drawn) => ({
    ...drawn,
    minutes: drawn.status === null || ['excused', 'absent'].includes(drawn.status) ? null : drawn.minutes,
  }));
const delivery: fc.Arbitrary<Delivery> = fc.record({
  taps: fc.array(tap, { minLength: 1, maxLength: 5 }),
  by: fc.constantFrom('facilitator', 'org_admin'),
});

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase(4);
  desk = await openRoom(database);
});
afterAll(() => database.close());

/** What the rule says: of one person's taps the latest counts; of two at the same instant the one that came first. */
interface Known {
  status: string | null;
  minutes: number | null;
  secondsAgo: number;
}
interface Change {
  patient: number;
  from: string | null;
  to: string | null;
}

function deliver(known: Map<number, Known>, taps: Tap[]): Change[] {
  const changes: Change[] = [];
  // One delivery is dealt with in the order in which its taps were made.
  for (const each of [...taps].sort((one, other) => other.secondsAgo - one.secondsAgo)) {
    const before = known.get(each.patient);
    if (before !== undefined && before.secondsAgo <= each.secondsAgo) continue;
    const { status, minutes, secondsAgo } = each;
    const same = (before?.status ?? null) === status && (before?.minutes ?? null) === minutes;
    if (same && before === undefined) continue;
    if (!same) changes.push({ patient: each.patient, from: before?.status ?? null, to: status });
    known.set(each.patient, { status, minutes, secondsAgo });
  }
  return changes;
}

test('whatever order taps arrive in, twice too, from two people: the latest tap stays, and each change is logged once', {
  timeout: 180_000,
}, async () => {
  console.info(`attendance model: seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(delivery, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(7), { maxLength: 4 }),
      fc.nat(8),
      async (deliveries, repeats, completedAfter) => {
        const { group, patients } = await seatedGroup(desk, patientCount);
        const session = await startNow(desk, group);
        const start = Date.now();
        const known = new Map<number, Known>();
        const expected: Change[] = [];
        // A device that got no answer sends the same again, later.
        const all = [...deliveries, ...repeats.flatMap((place) => deliveries.slice(place, place + 1))];
        for (const [place, { taps, by }] of all.entries()) {
          if (place === completedAfter) await desk.ask('pm_complete_session', { session_id: session.id });
          const entries = taps.map(({ patient, status, minutes, secondsAgo }) => ({
            ...{ patient_id: at(patients, patient), status, minutes },
            recorded_at: new Date(start - secondsAgo * 1000).toISOString(),
          }));
          const values = { session_id: session.id, entries };
          await desk.list<Participant>('pm_record_attendance', values, desk.clinic.people[by]);
          expected.push(...deliver(known, taps));
        }
        const { rows } = await desk.pool.query<Participant>(
          'select * from public.pm_session_participants where session_id = $1',
          [session.id],
        );
        const stored = rows.map(({ patient_id, attendance_status, minutes }) => ({
          ...{ patient_id, status: attendance_status, minutes },
        }));
        const wanted = [...known].map(([patient, { status, minutes }]) => ({
          ...{ patient_id: at(patients, patient), status, minutes },
        }));
        const told = stored.filter(({ patient_id }) => wanted.some((each) => each.patient_id === patient_id));
        expect(told).toEqual(expect.arrayContaining(wanted));
        for (const rest of stored.filter((each) => !told.includes(each))) expect(rest.status).toBeNull();
        const log = await desk.log(group, 'attendance_recorded', 'attendance_changed');
        const logged = log.map(({ patient_id, metadata }: LogEntry) => ({
          ...{ patient: patients.indexOf(patient_id ?? ''), from: metadata.from ?? null, to: metadata.to ?? null },
        }));
        // Within one delivery the patients come in the order of their ids.
        const byPatient = (changes: Change[]) =>
          patients.map((_, number) => changes.filter((c) => c.patient === number));
        expect(byPatient(logged.map((each) => each as Change))).toEqual(byPatient(expected));
      },
    ),
    { numRuns, seed, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
});
