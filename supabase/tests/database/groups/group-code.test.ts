import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

let database: TestDatabase;
let clinic: Organization;
beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

const codeOfGroup = (id: string) =>
  value<string | null>(database.pool, 'select group_code from public.pm_group_definitions where id = $1', [id]);
const make = (columns: Record<string, unknown>) => createGroup(database.pool, clinic.id, columns);
const start = { start_date: '2026-03-01', time_period: 'AM' };

test.each([
  ['Group 1', '260301AMGR1'],
  ['anger management', '260301AMANT'],
  ['  Über-Mut ', '260301AMÜBT'],
  ['X', '260301AMXX'],
  ['👩‍👩‍👧', '260301AMGR'],
  ['مجموعة', '260301AMمجة'],
])('"%s" gets %s', async (name, code) => {
  const other = await createOrganization(database.pool);
  expect(await codeOfGroup(await createGroup(database.pool, other.id, { name, ...start }))).toBe(code);
});

test('a code that is taken gets the next free suffix, in each organization by itself', async () => {
  const name = 'Second Wind';
  const codes = [await make({ name, ...start }), await make({ name, ...start }), await make({ name, ...start })];
  expect(await Promise.all(codes.map(codeOfGroup))).toEqual(['260301AMSED', '260301AMSED-2', '260301AMSED-3']);
  const other = await createOrganization(database.pool);
  expect(await codeOfGroup(await createGroup(database.pool, other.id, { name, ...start }))).toBe('260301AMSED');
});

test('without start date or period there is no code until both are set; then it stays', async () => {
  const id = await make({ name: 'Later', start_date: '2026-03-01' });
  expect(await codeOfGroup(id)).toBeNull();
  const update = (assignment: string) =>
    database.pool.query(`update public.pm_group_definitions set ${assignment} where id = $1`, [id]);
  await update("time_period = 'PM'");
  expect(await codeOfGroup(id)).toBe('260301PMLAR');
  await update("name = 'Renamed', start_date = '2026-04-01', time_period = 'AM'");
  expect(await codeOfGroup(id)).toBe('260301PMLAR');
});

test('20 groups of one name made at once get 20 codes', async () => {
  const answers = await withConnections(database.url, 20, (clients) =>
    Promise.all(
      clients.map((client) =>
        attempt(client, clinic.people.org_admin, (session) =>
          session.query(
            `insert into public.pm_group_definitions (organization_id, name, group_type, start_date, time_period)
             values ($1, 'Rush Hour', 'iop', '2026-03-01', 'PM')`,
            [clinic.id],
          ),
        ),
      ),
    ),
  );
  expect(answers).toEqual(answers.map(() => 'done'));
  const codes = await value<string[]>(
    database.pool,
    "array(select group_code from public.pm_group_definitions where name = 'Rush Hour')",
  );
  const expected = ['260301PMRUR', ...Array.from({ length: 19 }, (_, index) => `260301PMRUR-${index + 2}`)];
  expect([...codes].sort()).toEqual(expected.sort());
});
