import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup, createPatients } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const asDesk = (sql: string, values: unknown[]) =>
  commitAsUser(database.pool, clinic.people.front_desk, (client) => client.query(sql, values));
const insert = async (group: string, patient: string | undefined, startsOn: string): Promise<string> => {
  const { rows } = await asDesk(
    `insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, starts_on)
     values ($1, $2, $3, $4) returning id`,
    [clinic.id, group, patient, startsOn],
  );
  return rows[0].id;
};
const startsOn = (enrollment: string) =>
  value<string>(database.pool, 'select starts_on::text from public.pm_group_enrollments where id = $1', [enrollment]);

test('who moves up from the waitlist is on no roster of sessions held while waiting', async () => {
  const group = await createGroup(database.pool, clinic.id, { max_capacity: 1 });
  const [seated, waiting, later] = await createPatients(database.pool, clinic.id, 3);
  const seat = await insert(group, seated, '2026-01-05');
  const place = await insert(group, waiting, '2026-01-05');
  const planned = await insert(group, later, '2100-01-04');
  expect(await startsOn(seat)).toBe('2026-01-05');
  await asDesk("update public.pm_group_enrollments set status = 'disenrolled' where id = $1", [seat]);
  const today = await value(database.pool, 'private.organization_today($1)::text', [clinic.id]);
  expect(await startsOn(place)).toBe(today);
  await asDesk("update public.pm_group_enrollments set status = 'disenrolled' where id = $1", [place]);
  expect(await startsOn(planned)).toBe('2100-01-04');
});

test('an enrollment that has ended keeps its dates and its reason; notes may be added', async () => {
  const group = await createGroup(database.pool, clinic.id);
  const [patient] = await createPatients(database.pool, clinic.id, 1);
  const enrollment = await insert(group, patient, '2026-01-05');
  await commitAsUser(database.pool, clinic.people.front_desk, (client) =>
    rpc(client, 'pm_disenroll_patient', { enrollment_id: enrollment, reason: 'Moved away' }),
  );
  for (const change of ["starts_on = '1990-01-01'", "disenroll_reason = 'Rewritten'"]) {
    const rewrite = asDesk(`update public.pm_group_enrollments set ${change} where id = $1`, [enrollment]);
    expect(await codeOf(rewrite)).toBe('INVALID_TRANSITION');
  }
  await asDesk("update public.pm_group_enrollments set notes = 'Sent the letter' where id = $1", [enrollment]);
});

test('plain inserts of several groups in opposite orders wait for each other and none fails', async () => {
  const groups = [await createGroup(database.pool, clinic.id), await createGroup(database.pool, clinic.id)];
  const answers = await withConnections(database.url, 8, (clients) =>
    Promise.all(
      clients.map(async (client, index) => {
        const patients = await createPatients(database.pool, clinic.id, 10);
        const order = index % 2 === 0 ? groups : [...groups].reverse();
        return attempt(client, clinic.people.front_desk, (session) =>
          session.query(
            `insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id)
             select $1, ($2::uuid[])[1 + (number - 1) / 5], ($3::uuid[])[number] from generate_series(1, 10) number`,
            [clinic.id, order, patients],
          ),
        );
      }),
    ),
  );
  expect(answers).toEqual(Array(8).fill('done'));
});
