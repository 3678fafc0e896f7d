import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { openDesk } from '../../support/front-desk.ts';
import { fillClinic, placed } from './program-clinic.ts';
import { complianceOf, makeUpOf } from './program-reference.ts';
import { programWorld } from './program-worlds.ts';

// FC_RUNS=2000 soaks, FC_SEED repeats a run.
const numRuns = Number(process.env.FC_RUNS ?? 60);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase(2);
});
afterAll(() => database.close());

interface ComplianceRow {
  patient_id: string;
  week_start: string;
  week_end: string;
  group_definition_ids: string[];
  [figure: string]: unknown;
}
interface MakeUpRow {
  session_id: string;
  seats_free: number;
  adds_day: boolean;
  mends: boolean;
  minutes: number;
}

test('hours, days, states and make-up sessions are what a plain count says, in any week and zone', {
  timeout: 180_000,
}, async () => {
  console.info(`program compliance: ${numRuns} runs, FC_SEED=${seed} repeats them`);
  const seen = new Map<string, number>();
  const property = fc.asyncProperty(programWorld, async (generated) => {
    const world = placed(generated);
    const desk = await openDesk(database, world.zone);
    const { patients, groups, sessions } = await fillClinic(desk, world);
    const week_of = world.monday.add({ days: world.seats.length % 7 }).toString();
    const rows = await desk.list<ComplianceRow>('pm_program_compliance', { organization_id: desk.clinic.id, week_of });
    const answered = patients.map((id) => {
      const row = rows.find((one) => one.patient_id === id);
      if (!row) return undefined;
      const { group_definition_ids, patient_id, first_name, last_name, mrn, week_start, week_end, ...figures } = row;
      expect([week_start, week_end]).toEqual([world.monday.toString(), world.monday.add({ days: 6 }).toString()]);
      return { ...figures, groups: group_definition_ids.map((group) => groups.indexOf(group)).sort() };
    });
    expect(answered).toEqual(patients.map((_, number) => complianceOf(world, number)));
    for (const row of rows) seen.set(String(row.status), (seen.get(String(row.status)) ?? 0) + 1);
    for (const [number, id] of patients.entries()) {
      const offered = await desk.list<MakeUpRow>('pm_make_up_sessions', { patient_id: id, week_of });
      const plain = offered.map(({ session_id, seats_free, adds_day, mends, minutes }) => ({
        ...{ number: sessions.indexOf(session_id), seats_free, adds_day, mends, minutes },
      }));
      const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number;
      expect(plain.sort(byNumber)).toEqual(makeUpOf(world, number).sort(byNumber));
      if (offered.length > 0) seen.set('offers', (seen.get('offers') ?? 0) + 1);
      if (offered.some((offer) => offer.mends)) seen.set('mends', (seen.get('mends') ?? 0) + 1);
    }
  });
  await fc.assert(property, { numRuns, seed });
  // A property that meets nobody proves nothing. Each state has an example of its own in program-compliance.test.ts.
  console.info(`program compliance: saw ${JSON.stringify(Object.fromEntries(seen))}`);
  expect(seen.size).toBeGreaterThan(1);
  expect(seen.get('offers') ?? 0).toBeGreaterThan(0);
});
