import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createPatient } from '../../support/records.ts';

interface Similar {
  id: string;
  mrn: string;
  reason: 'same_mrn' | 'same_birth_date' | 'same_name';
  is_deleted: boolean;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const birthday = '1985-03-14';
const add = (desk: Desk, first_name: string, last_name: string, columns = {}) =>
  createPatient(desk.pool, desk.clinic.id, { first_name, last_name, ...columns });
const similar = (desk: Desk, first_name: string, last_name: string, further = {}, by?: string) =>
  desk.list<Similar>('pm_similar_patients', { organization_id: desk.clinic.id, first_name, last_name, ...further }, by);

test.each([
  ['the same name', 'Maria', 'Gonzalez'],
  ['other capitals and accents', 'MARÍA', 'GONZÁLEZ'],
  ['two letters exchanged', 'Maria', 'Gonazlez'],
  ['a wrong letter', 'Maria', 'Gonzales'],
  ['a short form', 'Mari', 'Gonzalez'],
  ['the preferred name', 'Mia', 'Gonzalez'],
  ['a second last name', 'Maria', 'Gonzalez Ruiz'],
])('%s and the same birthday may be the same person', async (_what, first, last) => {
  const desk = await openDesk(database);
  const id = await add(desk, 'Maria', 'Gonzalez', { date_of_birth: birthday, preferred_name: 'Mia' });
  const found = await similar(desk, first, last, { date_of_birth: birthday });
  expect(found).toMatchObject([{ id, reason: 'same_birth_date', is_deleted: false }]);
});

test.each([
  ['Aisha', 'Khan'],
  ['Robert', 'Ferguson'],
  ['Mary', 'Goldberg'],
])('%s %s, born on the same day as Maria Gonzalez, is somebody else', async (first, last) => {
  const desk = await openDesk(database);
  await add(desk, 'Maria', 'Gonzalez', { date_of_birth: birthday });
  expect(await similar(desk, first, last, { date_of_birth: birthday })).toEqual([]);
});

test('the same name counts while one of the birth dates is unknown, and not when they differ', async () => {
  const desk = await openDesk(database);
  const known = await add(desk, 'Ana', 'Lopez', { date_of_birth: birthday });
  const unknown = await add(desk, 'ANA', 'LÓPEZ');
  await add(desk, 'Ana', 'Lopezz');
  const reasons = async (further: Record<string, unknown>) =>
    Object.fromEntries((await similar(desk, 'ana', 'lopez', further)).map((each) => [each.id, each.reason]));
  expect(await reasons({})).toEqual({ [known]: 'same_name', [unknown]: 'same_name' });
  expect(await reasons({ date_of_birth: '1990-01-01' })).toEqual({ [unknown]: 'same_name' });
  expect(await reasons({ date_of_birth: birthday })).toEqual({ [known]: 'same_birth_date', [unknown]: 'same_name' });
});

test('the same MRN counts whatever the name is, in small letters too, and comes first, once', async () => {
  const desk = await openDesk(database);
  const other = await add(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'B-7' });
  const same = await add(desk, 'Zoe', 'Young', { mrn: 'A-7' });
  expect(await similar(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: ' a-7 ' })).toMatchObject([
    { id: same, reason: 'same_mrn' },
    { id: other, reason: 'same_birth_date' },
  ]);
  expect(await similar(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'B-7' })).toMatchObject([
    { id: other, reason: 'same_mrn' },
  ]);
});

test('the record being edited is not its own double', async () => {
  const desk = await openDesk(database);
  const id = await add(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'A-1' });
  const facts = { date_of_birth: birthday, mrn: 'A-1' };
  expect(await similar(desk, 'Ana', 'Lopez', facts)).toHaveLength(1);
  expect(await similar(desk, 'Ana', 'Lopez', { ...facts, except_patient_id: id })).toEqual([]);
});

test('deleted records are shown to those who may restore them, and to nobody else', async () => {
  const desk = await openDesk(database);
  const id = await add(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'A-1', deleted_at: '2026-01-01' });
  const ask = (by: string) => similar(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'A-1' }, by);
  expect(await ask(desk.clinic.people.org_admin)).toMatchObject([{ id, reason: 'same_mrn', is_deleted: true }]);
  expect(await ask(desk.clinic.people.front_desk)).toEqual([]);
});

test('no name, no letters or wildcards find nobody; at most ten are listed', async () => {
  const desk = await openDesk(database);
  for (let count = 0; count < 12; count += 1) await add(desk, 'Ana', 'Lopez', { date_of_birth: birthday });
  expect(await similar(desk, 'Ana', 'Lopez', { date_of_birth: birthday })).toHaveLength(10);
  for (const [first, last] of [
    ['', ''],
    ['  ', 'Lopez'],
    ['%', '%'],
    ['An_', 'Lopez%'],
    ['\\', "'"],
    ['x'.repeat(10_000), 'y'],
    ['مريم', '👩‍👩‍👧'],
  ] as const) {
    expect(await similar(desk, first, last), `${first} ${last}`).toEqual([]);
  }
  const nothing = { first_name: null, last_name: null };
  expect(await desk.list('pm_similar_patients', { organization_id: desk.clinic.id, ...nothing })).toEqual([]);
});

test('who may not view patients is refused, and other organizations are not looked at', async () => {
  const [desk, other] = [await openDesk(database), await openDesk(database)];
  await add(other, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'A-1' });
  expect(await similar(desk, 'Ana', 'Lopez', { date_of_birth: birthday, mrn: 'A-1' })).toEqual([]);
  const creator = await addMember(
    desk.pool,
    desk.clinic.id,
    await addRole(desk.pool, desk.clinic.id, 'creator', ['pm.patients.create']),
  );
  for (const by of [creator, other.clinic.people.org_admin]) {
    const values = { organization_id: desk.clinic.id, first_name: 'Ana', last_name: 'Lopez' };
    expect((await desk.refused('pm_similar_patients', values, by)).code).toBe('PERMISSION_DENIED');
  }
});
