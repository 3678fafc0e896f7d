import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../../../scripts/stack/database.ts';
import { asRole, asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createPatient } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase(3);
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

/** How many of two messages that were sent to the topic a person may read, as Realtime asks it. */
function readable(userId: string, topic: string): Promise<number> {
  return asUser(database.pool, userId, async (client) => {
    await client.query('reset role');
    await client.query("insert into realtime.messages (topic, extension) values ($1, 'broadcast'), ($1, 'presence')", [
      topic,
    ]);
    await client.query('set local role authenticated');
    await client.query("select set_config('realtime.topic', $1, true)", [topic]);
    return (await client.query('select from realtime.messages where topic = $1', [topic])).rowCount ?? 0;
  });
}

test('a member may read broadcasts of the organization and of the own topic; presence, and other topics, nobody', async () => {
  const [own, other] = [`organization:${clinic.id}`, `organization:${(await createOrganization(database.pool)).id}`];
  const { staff, org_admin } = clinic.people;
  expect(await readable(staff, own)).toBe(1);
  expect(await readable(staff, other)).toBe(0);
  expect(await readable(staff, `user:${staff}`)).toBe(1);
  expect(await readable(org_admin, `user:${staff}`)).toBe(0);
  await database.pool.query(
    "update public.pf_memberships set status = 'suspended' where organization_id = $1 and user_id = $2",
    [clinic.id, staff],
  );
  expect(await readable(staff, own)).toBe(0);
});

test('nobody who signs in, and nobody else, may send', async () => {
  const send = "insert into realtime.messages (topic, extension) values ($1, 'broadcast')";
  const topic = [`organization:${clinic.id}`];
  const { org_admin } = clinic.people;
  expect(await codeOf(asUser(database.pool, org_admin, (client) => client.query(send, topic)))).toBe('42501');
  expect(await codeOf(asRole(database.pool, 'anon', {}, (client) => client.query(send, topic)))).toBe('42501');
});

test('a table that tells, tells of new, changed and deleted rows', async () => {
  const { rows } = await database.pool.query(`
    select tgrelid::regclass::text as name, array_agg(tgname::text order by tgname) as triggers from pg_trigger
    where tgfoid = 'private.tg__tell_change'::regproc group by 1
    having array_agg(tgname::text order by tgname) <> '{_950_tell_delete,_950_tell_insert,_950_tell_update}'`);
  expect(rows).toEqual([]);
});

test('a write succeeds where Realtime refuses, and where it is not', async () => {
  await withClient(database.adminUrl, (client) =>
    client.query(`create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
      returns void language plpgsql as $$ begin raise 'no partition of relation "messages" found for row'; end $$`),
  );
  await createPatient(database.pool, clinic.id);
  await withClient(database.adminUrl, (client) => client.query('drop function realtime.send'));
  await createPatient(database.pool, clinic.id);
  const { rowCount } = await database.pool.query('select from public.pm_patients where organization_id = $1', [
    clinic.id,
  ]);
  expect(rowCount).toBe(2);
});
