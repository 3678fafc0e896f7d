import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createPatient } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpcRows } from '../../support/rpc.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
  const patient = (first_name: string, last_name: string, mrn: string, further = {}) =>
    createPatient(database.pool, clinic.id, { first_name, last_name, mrn, ...further });
  await patient('Katherine', 'Johnson', 'MRN-1001', { phone: '(602) 555-0147' });
  await patient('Catherine', 'Jonsson', 'MRN-1002', { preferred_name: 'Kitty' });
  await patient('Mohammed', 'Al-Farsi', 'MRN-2001');
  await patient('100%', 'Under_score', 'MRN-3001');
  await patient('Back\\slash', "Quote's", 'MRN-3002');
  await patient('Deleted', 'Person', 'MRN-4001', { deleted_at: '2026-01-01' });
  const other = await createOrganization(database.pool);
  await createPatient(database.pool, other.id, { first_name: 'Katherine', last_name: 'Elsewhere', mrn: 'MRN-1001' });
});
afterAll(() => database.close());

async function found(query: string | null, userId = clinic.people.front_desk): Promise<string[]> {
  const rows = await asUser(database.pool, userId, (client) =>
    rpcRows<{ mrn: string; last_name: string }>(client, 'pm_search_patients', { organization_id: clinic.id, query }),
  );
  expect(rows.map((row) => row.last_name)).not.toContain('Elsewhere');
  return rows.map((row) => row.mrn);
}

test.each([
  ['three letters of a first name', 'kat', 'MRN-1001'],
  ['three letters inside a last name', 'hns', 'MRN-1001'],
  ['three letters of a preferred name', 'kit', 'MRN-1002'],
  ['first and last name', 'mohammed farsi', 'MRN-2001'],
  ['last name first, in capitals, with spaces', '  AL-FARSI   MOHAMMED ', 'MRN-2001'],
  ['a typo', 'Katerine', 'MRN-1001'],
  ['two letters exchanged', 'Mohamemd', 'MRN-2001'],
  ['the MRN', 'MRN-2001', 'MRN-2001'],
  ['part of the MRN', '2001', 'MRN-2001'],
  ['the phone as written', '(602) 555-0147', 'MRN-1001'],
  ['the phone in digits', '6025550147', 'MRN-1001'],
  ['the last four digits', '0147', 'MRN-1001'],
  ['a percent sign', '100%', 'MRN-3001'],
  ['an underscore', 'r_s', 'MRN-3001'],
])('%s finds the patient first', async (_what, query, mrn) => {
  expect((await found(query))[0]).toBe(mrn);
});

test.each([
  ['%', ['MRN-3001']],
  ['_', ['MRN-3001']],
  ['\\', ['MRN-3002']],
  ["quote's", ['MRN-3002']],
  ['%%%', []],
  ['k_t', []],
])('wildcard characters are text: %s', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('an exact hit comes before similar ones', async () => {
  expect((await found('catherine')).slice(0, 2)).toEqual(['MRN-1002', 'MRN-1001']);
});

test('an empty query lists all patients by name, deleted ones and those of others never', async () => {
  const all = ['MRN-2001', 'MRN-1001', 'MRN-1002', 'MRN-3002', 'MRN-3001'];
  for (const query of ['', '   ', null]) expect(await found(query)).toEqual(all);
  expect(await found('deleted')).toEqual([]);
  expect(await found('MRN-4001')).not.toContain('MRN-4001');
});

test('no query makes it fail', async () => {
  for (const query of [
    "'; drop table x; --",
    'مريم',
    '👩‍👩‍👧',
    'x'.repeat(10_000),
    'a '.repeat(2_000),
    '\t\n',
    '(',
    '.*',
    '\\\\\\',
  ]) {
    expect(await found(query)).toBeInstanceOf(Array);
  }
});

test('searching takes the permission to view patients of that organization', async () => {
  const stranger = (await createOrganization(database.pool)).people.org_admin;
  expect(await codeOf(found('kat', stranger))).toBe('PERMISSION_DENIED');
});
