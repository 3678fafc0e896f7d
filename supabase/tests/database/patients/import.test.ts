import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createPatient } from '../../support/records.ts';
import { importPatients, line, patientsOf } from './import-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** An organization with patients on file, and a file that meets every status. */
async function deskWithFile() {
  const desk = await openDesk(database);
  const add = (columns: Record<string, unknown>) => createPatient(desk.pool, desk.clinic.id, columns);
  const onFile = {
    unchanged: await add({ mrn: 'A-2', first_name: 'Ben', last_name: 'Same', phone: '602' }),
    exists: await add({ mrn: 'A-3', first_name: 'Cat', last_name: 'Other', email: 'cat@mail.test' }),
    double: await add({ mrn: 'A-9', first_name: 'Dora', last_name: 'Twin', date_of_birth: '1980-01-02' }),
  };
  await add({ mrn: 'GONE', first_name: 'Gone', last_name: 'Long', deleted_at: '2026-01-01' });
  const file = [
    line('A-1', 'Ann', 'New', {
      date_of_birth: '1990-02-03',
      phone: ' 1 ',
      email: '',
      status: '',
      notes: 'Calls back',
    }),
    line('A-2', 'Ben', 'Same', { phone: '602' }),
    line('A-3', 'Cat', 'Changed', { email: '', phone: '480' }),
    line('A-4', 'Dora', 'Twinn', { date_of_birth: '1980-01-02' }),
    line('A-5', ' ', 'Nobody'),
    line('GONE', 'Gone', 'Long'),
    line('A-6', 'Dora', 'Twin', { date_of_birth: '1980-01-02', allow_similar: true }),
  ];
  return { desk, onFile, file };
}
const statuses = ['created', 'unchanged', 'exists', 'similar', 'failed', 'failed', 'created'];

test('each line has its answer, and one that fails does not undo the others', async () => {
  const { desk, onFile, file } = await deskWithFile();
  const answer = await importPatients(desk, file);
  expect(answer).toMatchObject({ created: 2, updated: 0, unchanged: 1, exists: 1, similar: 1, failed: 2 });
  expect(answer.results.map((result) => [result.index, result.status])).toEqual(
    statuses.map((status, index) => [index, status]),
  );
  expect(at(answer.results, 1).patient_id).toBe(onFile.unchanged);
  expect(at(answer.results, 2)).toMatchObject({
    patient_id: onFile.exists,
    problems: [
      { column: 'last_name', code: 'EXISTS', detail: 'On file: Other.' },
      { column: 'phone', code: 'EXISTS', detail: 'On file: nothing.' },
    ],
  });
  expect(at(answer.results, 3)).toMatchObject({
    patient_id: null,
    similar: [{ id: onFile.double, mrn: 'A-9', last_name: 'Twin', date_of_birth: '1980-01-02' }],
  });
  expect(at(answer.results, 3).similar[0]?.reason).toBe('same_birth_date');
  expect(at(answer.results, 4).problems).toEqual([
    { column: 'first_name', code: 'INVALID_INPUT', detail: 'This is required.' },
  ]);
  expect(at(answer.results, 5).problems).toMatchObject([
    { column: 'mrn', code: 'pm_patients_organization_id_mrn_key', detail: expect.stringContaining('deleted') },
  ]);
  const saved = await patientsOf(desk);
  expect(saved.map((row) => row.mrn)).toEqual(['A-1', 'A-2', 'A-3', 'A-6', 'A-9', 'GONE']);
  expect(saved[0]).toMatchObject({
    ...{ id: at(answer.results, 0).patient_id, first_name: 'Ann', last_name: 'New', date_of_birth: '1990-02-03' },
    ...{ phone: '1', email: null, status: 'active', notes: 'Calls back', created_by: desk.clinic.people.front_desk },
  });
  expect(saved[2]).toMatchObject({ last_name: 'Other', email: 'cat@mail.test' });
});

test('a preview gives the same answer and saves nothing', async () => {
  const { desk, file } = await deskWithFile();
  for (const on_existing of ['skip', 'update']) {
    const before = [await patientsOf(desk), await countRows(desk.pool)];
    const preview = await importPatients(desk, file, { on_existing, preview: true });
    expect([await patientsOf(desk), await countRows(desk.pool)]).toEqual(before);
    const created = preview.results.filter((result) => result.status === 'created');
    expect(created.map((result) => result.patient_id)).toEqual([null, null]);
    const answer = await importPatients(desk, file, { on_existing });
    const withoutNewIds = (results: typeof answer.results) =>
      results.map((each) => (each.status === 'created' ? { ...each, patient_id: null } : each));
    expect(preview).toEqual({ ...answer, results: withoutNewIds(answer.results) });
    await desk.pool.query("delete from public.pm_patients where organization_id = $1 and mrn in ('A-1', 'A-6')", [
      desk.clinic.id,
    ]);
  }
});

test('repeating an import changes nothing and reports what is there as unchanged', async () => {
  const { desk, file } = await deskWithFile();
  await importPatients(desk, file, { on_existing: 'update' });
  const before = await patientsOf(desk);
  const again = await importPatients(desk, file, { on_existing: 'update' });
  expect(again.results.map((result) => result.status)).toEqual(
    statuses.map((status) => (['created', 'exists'].includes(status) ? 'unchanged' : status)),
  );
  // updated_at too: a record that stays as it is was not touched.
  expect(await patientsOf(desk)).toEqual(before);
});

test('an update replaces the columns that are given; empty cells and the others stay', async () => {
  const desk = await openDesk(database);
  const id = await createPatient(desk.pool, desk.clinic.id, {
    ...{ mrn: 'A-1', first_name: 'Ann', last_name: 'Old', preferred_name: 'Annie', date_of_birth: '1990-02-03' },
    ...{ phone: '602', email: 'ann@mail.test', status: 'inactive', notes: 'Kept', custom_fields: { kept: true } },
  });
  const [before] = await patientsOf(desk);
  const file = [line('A-1', '', 'New', { email: '  ', phone: null, status: '' })];
  const answer = await importPatients(desk, file, { on_existing: 'update' });
  expect(answer).toMatchObject({ updated: 1, results: [{ status: 'updated', patient_id: id }] });
  const [after] = await patientsOf(desk);
  const computed = { updated_at: after?.updated_at, search_text: after?.search_text };
  expect(after).toEqual({ ...before, last_name: 'New', ...computed });
  expect(after?.updated_at).not.toBe(before?.updated_at);
});

test('an update that cannot be kept leaves the record as it was', async () => {
  const desk = await openDesk(database);
  await createPatient(desk.pool, desk.clinic.id, { mrn: 'A-1', first_name: 'Ann', last_name: 'Old' });
  const before = await patientsOf(desk);
  const bad = [
    line('A-1', 'x'.repeat(101), 'New'),
    line('A-1', 'Ann', 'New', { email: 'nobody' }),
    line('A-1', 'Ann', 'New', { date_of_birth: '1990-02-31' }),
  ];
  for (const on_existing of ['skip', 'update']) {
    const answer = await importPatients(desk, bad, { on_existing });
    // With skip the record would stay anyway; a date that is none cannot even be compared.
    if (on_existing === 'update') expect(answer.failed).toBe(3);
    expect(at(answer.results, 2).status).toBe('failed');
    expect(await patientsOf(desk)).toEqual(before);
  }
});

test('spaces that nobody sees make no other MRN: tabs, no-break and zero-width spaces', async () => {
  const desk = await openDesk(database);
  const answer = await importPatients(desk, [
    line('A-1', 'Ann', 'New'),
    line('\tA-1\u00a0', ' Ann\u200b', '\ufeffNew\n', { phone: '\u00a0' }),
  ]);
  expect(answer.results.map((result) => result.status)).toEqual(['created', 'unchanged']);
  expect(await patientsOf(desk)).toMatchObject([{ mrn: 'A-1', first_name: 'Ann', last_name: 'New', phone: null }]);
});

test('the same file sent twice at once, once backwards: all are in once, and each is told so', async () => {
  const desk = await openDesk(database);
  const file = Array.from({ length: 60 }, (_, index) => line(`A-${index}`, `Pat ${index}`, 'Many'));
  const answers = await Promise.all([importPatients(desk, file), importPatients(desk, [...file].reverse())]);
  expect(answers.map(({ created, unchanged }) => created + unchanged)).toEqual([60, 60]);
  expect(answers.map(({ created }) => created).sort()).toEqual([0, 60]);
  expect(await patientsOf(desk)).toHaveLength(60);
});

test('doubles within one file: the same MRN twice, the same person under two MRNs', async () => {
  const desk = await openDesk(database);
  const born = { date_of_birth: '1980-01-02' };
  const answer = await importPatients(desk, [
    line('A-1', 'Dora', 'Twin', born),
    line('A-1', 'Dora', 'Twin', born),
    line('A-1', 'Dora', 'Changed', born),
    line('A-2', 'Dora', 'Twinn', born),
    line('a-1', 'Zoe', 'Young'),
  ]);
  expect(answer.results.map((result) => result.status)).toEqual([
    ...['created', 'unchanged', 'exists', 'similar', 'similar'],
  ]);
  expect(at(answer.results, 3).similar[0]?.reason).toBe('same_birth_date');
  expect(at(answer.results, 4).similar[0]?.reason).toBe('same_mrn');
  expect(await patientsOf(desk)).toHaveLength(1);
});

test('a preview names only records that there are', async () => {
  const desk = await openDesk(database);
  const born = { date_of_birth: '1980-01-02' };
  const file = [
    line('A-1', 'Dora', 'Twin', born),
    line('A-1', 'Dora', 'Twin', born),
    line('A-2', 'Dora', 'Twin', born),
  ];
  const { results } = await importPatients(desk, file, { preview: true });
  expect(results.map((result) => result.status)).toEqual(['created', 'unchanged', 'similar']);
  expect(results.map((result) => result.patient_id)).toEqual([null, null, null]);
  expect(at(results, 2).similar).toMatchObject([{ id: null, mrn: 'A-1', last_name: 'Twin' }]);
});

test('other organizations’ records are neither doubles nor in the way', async () => {
  const [desk, other] = [await openDesk(database), await openDesk(database)];
  const person = { mrn: 'A-1', first_name: 'Dora', last_name: 'Twin', date_of_birth: '1980-01-02' };
  await createPatient(other.pool, other.clinic.id, person);
  expect(await importPatients(desk, [person])).toMatchObject({ created: 1 });
  expect(await patientsOf(other)).toHaveLength(1);
});

test('importing takes create and view, updating edit too', async () => {
  const [desk, stranger] = [await openDesk(database), await openDesk(database)];
  const person = async (key: string, ...permissions: string[]) =>
    addMember(desk.pool, desk.clinic.id, await addRole(desk.pool, desk.clinic.id, key, permissions));
  const creator = await person('creator', 'pm.patients.create');
  const importer = await person('importer', 'pm.patients.create', 'pm.patients.view');
  const file = [line('A-1', 'Ann', 'New')];
  const refused = async (by: string, on_existing: string) =>
    (
      await desk.refused(
        'pm_import_patients',
        { organization_id: desk.clinic.id, patients: file, on_existing, preview: true },
        by,
      )
    ).code;
  for (const by of [creator, desk.clinic.people.staff, stranger.clinic.people.org_admin]) {
    expect(await refused(by, 'skip')).toBe('PERMISSION_DENIED');
  }
  expect(await refused(importer, 'update')).toBe('PERMISSION_DENIED');
  expect(await importPatients(desk, file, {}, importer)).toMatchObject({ created: 1 });
});
