import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, createOrganization, type Organization } from '../../support/organization.ts';
import { codeOf } from '../../support/refusal.ts';
import { value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const where = 'where organization_id = $1 and user_id = $2';
const demote = `update public.pf_memberships set role_id = $3 ${where}`;

test.each([
  ['demoted', demote, (clinic: Organization) => [clinic.roles.staff]],
  ['suspended', `update public.pf_memberships set status = 'suspended' ${where}`, () => []],
  ['removed', `delete from public.pf_memberships ${where}`, () => []],
])('the last org_admin cannot be %s, by anybody', async (_how, sql, further) => {
  const clinic = await createOrganization(database.pool);
  const values = [clinic.id, clinic.people.org_admin, ...further(clinic)];
  expect(await codeOf(asUser(database.pool, clinic.people.org_admin, (client) => client.query(sql, values)))).toBe(
    'LAST_ORG_ADMIN',
  );
  expect(await codeOf(database.pool.query(sql, values))).toBe('LAST_ORG_ADMIN');
});

test('a suspended org_admin does not count as one who remains', async () => {
  const clinic = await createOrganization(database.pool);
  await addMember(database.pool, clinic.id, clinic.roles.org_admin, 'Suspended', 'suspended');
  expect(await codeOf(database.pool.query(demote, [clinic.id, clinic.people.org_admin, clinic.roles.staff]))).toBe(
    'LAST_ORG_ADMIN',
  );
});

test.each(['each other', 'themselves'])('of two org_admins who demote %s at once, one is refused', async (whom) => {
  for (let round = 0; round < 5; round += 1) {
    const clinic = await createOrganization(database.pool);
    const admins = [clinic.people.org_admin, await addMember(database.pool, clinic.id, clinic.roles.org_admin)];
    const targets = whom === 'themselves' ? admins : [...admins].reverse();
    const answers = await withConnections(database.url, 2, (clients) =>
      Promise.all(
        clients.map((client, index) =>
          attempt(client, admins[index] ?? '', async (session) => {
            const { rowCount } = await session.query(demote, [clinic.id, targets[index], clinic.roles.staff]);
            // The loser may find that it is no org_admin any more, and so nobody to demote.
            if (rowCount === 0) throw new Error('no row');
          }).catch(() => 'no row'),
        ),
      ),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers).not.toContain('40P01');
    const left =
      "select count(*)::int from public.pf_memberships where organization_id = $1 and role_id = $2 and status = 'active'";
    expect(await value<number>(database.pool, left, [clinic.id, clinic.roles.org_admin])).toBe(1);
  }
});
