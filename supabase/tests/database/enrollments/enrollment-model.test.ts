import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatients } from '../../support/records.ts';
import { asGroup, type GroupState, readGroupStates } from './group-state.ts';
import { applyEntry, type Group, givesSeat, nextInLine, passedOver, seatsTaken, waiting } from './log-replay.ts';
import { type Command, day, patientCount } from './model-commands.ts';
import { applyToDatabase, type Run } from './model-database.ts';
import type { Model } from './model-reference.ts';
import { applyToModel, newWorld, pickPlace } from './model-world.ts';

// FC_RUNS=5000 npm run test:database -- enrollment-model soaks; FC_SEED repeats a run.
const numRuns = Number(process.env.FC_RUNS ?? 200);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

let database: TestDatabase;
let home: Organization;
let away: Organization;
const met = new Set<string>();

beforeAll(async () => {
  database = await openDatabase(2);
  home = await createOrganization(database.pool);
  away = await createOrganization(database.pool);
});
afterAll(() => database.close());

async function startRun([first, second]: [number, number]): Promise<Run> {
  return {
    organizationId: home.id,
    groupIds: [
      await createGroup(database.pool, home.id, { max_capacity: first }),
      await createGroup(database.pool, home.id, { max_capacity: second }),
    ],
    patients: await createPatients(database.pool, home.id, patientCount),
    enrollments: [[], []],
    users: {
      front_desk: home.people.front_desk,
      org_admin: home.people.org_admin,
      staff: home.people.staff,
      stranger: away.people.org_admin,
    },
  };
}

/** The model in the shape of the tables. */
function expectedGroup(model: Model, run: Run, enrollments: string[]): Group {
  const places = model.places.map(
    ({ patient, status, position, deleted, held }, number) =>
      [
        enrollments[number] ?? '',
        { patient: run.patients[patient] ?? '', status, position, deleted, held: held !== null },
      ] as const,
  );
  return { capacity: model.capacity, status: model.status, deleted: model.deleted, places: new Map(places) };
}

/** What must hold after any step, whatever the model thinks. */
function expectInvariants(before: Group, after: Group): void {
  // Seats are never given beyond the capacity; only a lowered capacity leaves a group over it.
  if (seatsTaken(after) > seatsTaken(before)) expect(seatsTaken(after)).toBeLessThanOrEqual(after.capacity);
  const live = [...after.places.values()].filter((place) => place.status !== 'disenrolled' && !place.deleted);
  expect(new Set(live.map((place) => place.patient)).size).toBe(live.length);
  const positions = waiting(after).map(([, place]) => place.position);
  expect(new Set(positions).size).toBe(positions.length);
  expect(positions).not.toContain(null);
  expect([...after.places.values()].filter((place) => place.position !== null)).toHaveLength(positions.length);
}

interface Step {
  run: Run;
  command: Command;
  /** Which of the two groups is looked at. */
  group: 0 | 1;
  model: Model;
  before: GroupState;
  after: GroupState;
  /** The group as its log has told it so far. */
  told: Group;
}

/** The log's new entries are those of the model, in order, by the actor; and the whole log tells what the tables hold. */
function expectLog({ run, command, group, model, before, after, told }: Step): void {
  const fresh = after.log.slice(before.log.length);
  const enrollments = run.enrollments[group];
  expect(fresh.map((entry) => [entry.action, entry.metadata.enrollment_id ?? null])).toEqual(
    model.entries.map(([action, place]) => [action, place === null ? null : enrollments[place]]),
  );
  for (const entry of fresh) {
    expect(entry.performed_by).toBe(run.users[command.actor]);
    if (entry.action === 'patient_promoted' && entry.metadata.cause?.rule !== 'by_hand') {
      expect(entry.metadata.enrollment_id).toBe(nextInLine(told));
    }
    if (givesSeat(entry)) expect(entry.metadata.passed_over ?? []).toEqual(passedOver(told, entry));
    applyEntry(told, entry);
    met.add(entry.action);
    for (const { why } of entry.metadata.passed_over ?? []) met.add(`passed over: ${why}`);
  }
  expect(told).toEqual(asGroup(after));
}

function expectTimestamps(state: GroupState): void {
  for (const { status, deleted, stamps } of state.places) {
    const [enrolled, waitlisted, disenrolled] = stamps;
    if (status === 'enrolled') expect(enrolled).toBe(true);
    if (status === 'waitlisted' && !deleted) expect([enrolled, waitlisted]).toEqual([false, true]);
    expect(disenrolled).toBe(status === 'disenrolled');
  }
}

function expectGroup(step: Step): void {
  const { run, group, model, before, after } = step;
  const enrollments = run.enrollments[group];
  const known = new Set(enrollments);
  enrollments.push(...after.places.map((place) => place.id).filter((id) => !known.has(id)));
  expect(asGroup(after)).toEqual(expectedGroup(model, run, enrollments));
  expectInvariants(asGroup(before), asGroup(after));
  expectTimestamps(after);
  expectLog(step);
}

test('any sequence of commands leaves what the rules say, and the log tells it all', { timeout: 600_000 }, async () => {
  console.info(`enrollment model: ${numRuns} runs, FC_SEED=${seed} repeats them`);
  const seats = fc.integer({ min: 1, max: 3 });
  const property = fc.asyncProperty(fc.tuple(seats, seats), day, async (capacities, commands) => {
    const run = await startRun(capacities);
    const world = newWorld(capacities);
    const read = () => readGroupStates(database.pool, run.groupIds);
    const told = capacities.map(
      (capacity): Group => ({
        ...{ capacity, status: 'active', deleted: false, places: new Map() },
      }),
    );
    let before = await read();
    const events = before[0]?.events;
    for (const command of commands) {
      const place = pickPlace(world, command);
      const expected = applyToModel(world, command, place);
      const outcome = await applyToDatabase(database.pool, run, command, place);
      expect(outcome).toBe(expected);
      met.add(outcome);
      if (outcome === 'done') met.add(command.kind);
      const after = await read();
      for (const group of [0, 1] as const) {
        expectGroup({
          ...{ run, command, group, model: world[group], told: at(told, group) },
          ...{ before: at(before, group), after: at(after, group) },
        });
      }
      before = after;
    }
    // PM-04 names events for sessions only.
    expect(before[0]?.events).toBe(events);
  });
  await fc.assert(property, { numRuns, seed, plugins: [fc.unbiased()] });
});

test('the runs have met every rule', () => {
  expect([...met]).toEqual(
    expect.arrayContaining([
      ...['done', 'hidden', 'nobody to pick', '42501', 'PERMISSION_DENIED', 'GROUP_NOT_FOUND', 'PATIENT_NOT_FOUND'],
      ...['ENROLLMENT_NOT_FOUND', 'GROUP_NOT_ACTIVE', 'PATIENT_ALREADY_ENROLLED', 'GROUP_AT_CAPACITY'],
      ...['INVALID_TRANSITION', 'INVALID_INPUT', 'patient_enrolled', 'patient_waitlisted', 'patient_promoted'],
      ...['patient_disenrolled', 'enrollment_deleted', 'enrollment_restored', 'waitlist_moved', 'group_updated'],
      ...['group_deleted', 'group_restored', 'waitlist_held', 'waitlist_released', 'transfer'],
      ...['passed over: held'],
    ]),
  );
});

test('the integrity check finds nothing amiss in what all runs have left behind', async () => {
  const { rows } = await database.pool.query<{ check_key: string; severity: string }>(
    'select distinct check_key, severity from private.check_integrity($1, false)',
    [home.id],
  );
  // Places leave gaps when somebody in the middle goes, and capacities were lowered below what was taken, on purpose.
  expect(
    rows.filter(
      (row) => !['waitlist_gaps info', 'seats_over_capacity warning'].includes(`${row.check_key} ${row.severity}`),
    ),
  ).toEqual([]);
});
