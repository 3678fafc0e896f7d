import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { openDesk } from '../../support/front-desk.ts';
import { importPatients, line, patientsOf } from './import-desk.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

test('text is kept as written: HTML, SQL, quotes, formulas, right to left, emoji', async () => {
  const desk = await openDesk(database);
  const names = [
    ...['<img src=x onerror=alert(1)>', "Robert'); drop table pm_patients;--", `"quo'ted" \\ \`\${x}`],
    ...['=HYPERLINK("http://x")', '@SUM(A1)', '+1', '\u202Eשרה\u202C', 'مريم', '👩🏽‍⚕️👨‍👩‍👧‍👦', 'e\u0301le\u0300ve'],
    ...['two\nlines\tand', 'null', 'undefined', '{}', '%s', 'x'.repeat(100)],
  ];
  const file = names.map((name, index) => line(`M-${String(index).padStart(2, '0')}`, name, name, { notes: name }));
  expect(await importPatients(desk, file)).toMatchObject({ created: names.length });
  const saved = await patientsOf(desk);
  expect(saved.map((row) => [row.first_name, row.last_name, row.notes])).toEqual(
    names.map((name) => [name, name, name]),
  );
});

const long = 'x'.repeat(10_000);
test.each<[what: string, values: Record<string, unknown>, column: string, code: string]>([
  ['a name of 10,000 characters', { first_name: long }, 'first_name', 'pm_patients_first_name_length'],
  ['a last name of 101 characters', { last_name: 'x'.repeat(101) }, 'last_name', 'pm_patients_last_name_length'],
  ['a preferred name of 10,000', { preferred_name: long }, 'preferred_name', 'pm_patients_preferred_name_length'],
  ['an MRN of 10,000 characters', { mrn: long }, 'mrn', 'pm_patients_mrn_length'],
  ['a phone of 10,000 characters', { phone: long }, 'phone', 'pm_patients_phone_length'],
  ['an e-mail of 10,000 characters', { email: `${long}@x` }, 'email', 'pm_patients_email_format'],
  ['notes of 4,001 characters', { notes: 'x'.repeat(4001) }, 'notes', 'pm_patients_notes_length'],
  ['an e-mail that is none', { email: 'nobody' }, 'email', 'pm_patients_email_format'],
  ['an unknown status', { status: 'gone' }, 'status', 'pm_patients_status_check'],
  ['no MRN', { mrn: ' ' }, 'mrn', 'INVALID_INPUT'],
  ['null for an MRN', { mrn: null }, 'mrn', 'INVALID_INPUT'],
  ['no last name', { last_name: '' }, 'last_name', 'INVALID_INPUT'],
  ['a day that does not exist', { date_of_birth: '1990-02-30' }, 'date_of_birth', 'INVALID_INPUT'],
  ['words for a date', { date_of_birth: 'soonish' }, 'date_of_birth', 'INVALID_INPUT'],
  ['a birth in 1899', { date_of_birth: '1899-12-31' }, 'date_of_birth', 'pm_patients_date_of_birth_range'],
  ['a birth in 2200', { date_of_birth: '2200-01-01' }, 'date_of_birth', 'pm_patients_date_of_birth_range'],
  ['an infinite date', { date_of_birth: 'infinity' }, 'date_of_birth', ''],
  ['a nested object for a name', { first_name: { a: long } }, 'first_name', 'pm_patients_first_name_length'],
  ['an array for a date', { date_of_birth: [1, 2] }, 'date_of_birth', 'INVALID_INPUT'],
])('%s fails with its column, and the lines around it go in', async (_what, values, column, code) => {
  const desk = await openDesk(database);
  const file = [line('A-1', 'Ann', 'One'), line('A-2', 'Bad', 'Line', values), line('A-3', 'Cat', 'Three')];
  const answer = await importPatients(desk, file);
  expect(answer.results.map((result) => result.status)).toEqual(['created', 'failed', 'created']);
  const [problem] = at(answer.results, 1).problems;
  expect(problem?.column).toBe(column);
  if (code !== '') expect(problem?.code).toBe(code);
  expect(problem?.detail).toMatch(/^[A-Z].*\.$/);
  expect(problem?.detail.length).toBeLessThan(200);
});

test.each([
  ['month first', '03/04/1985'],
  ['day first', '14.3.1985'],
  ['without hyphens', '19850314'],
  ['a word that means a day', 'today'],
  ['the beginning of computers', 'epoch'],
  ['two digits for the year', '85-03-14'],
  ['with a time', '1985-03-14T10:00:00'],
])('a birth date is read as YYYY-MM-DD and never guessed: %s', async (_what, date_of_birth) => {
  const desk = await openDesk(database);
  const answer = await importPatients(desk, [line('A-1', 'Ann', 'New', { date_of_birth })]);
  expect(answer.results).toMatchObject([{ status: 'failed', problems: [{ column: 'date_of_birth' }] }]);
  expect(await patientsOf(desk)).toEqual([]);
});

test('numbers and truth values are read as the text that they are', async () => {
  const desk = await openDesk(database);
  const answer = await importPatients(desk, [line(1001, 12, true, { phone: 6025550147 })]);
  expect(answer).toMatchObject({ created: 1 });
  expect(await patientsOf(desk)).toMatchObject([
    { mrn: '1001', first_name: '12', last_name: 'true', phone: '6025550147' },
  ]);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['an empty list', []],
  ['501 patients', Array.from({ length: 501 }, (_, index) => line(`A-${index}`, 'Pat', 'Many'))],
  ['an object', line('A-1', 'Ann', 'New')],
  ['a word', 'patients'],
  ['a list of words', ['Ann']],
  ['a list of lists', [[1]]],
  ['a list with a null', [line('A-1', 'Ann', 'New'), null]],
  ['a column that nobody may write', [line('A-1', 'Ann', 'New', { deleted_at: '2026-01-01' })]],
  ['another organization’s id', [line('A-1', 'Ann', 'New', { organization_id: crypto.randomUUID() })]],
])('%s is refused as a whole', async (_what, patients) => {
  const desk = await openDesk(database);
  const refusal = await desk.refused('pm_import_patients', { organization_id: desk.clinic.id, patients });
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', sqlstate: 'PT400' });
  expect(await patientsOf(desk)).toEqual([]);
});

test('an unknown way with existing records is refused', async () => {
  const desk = await openDesk(database);
  for (const on_existing of ['replace', '', null]) {
    const values = { organization_id: desk.clinic.id, patients: [line('A-1', 'Ann', 'New')], on_existing };
    expect((await desk.refused('pm_import_patients', values)).code).toBe('INVALID_INPUT');
  }
});

test('500 patients at once go in, and again they are all unchanged', async () => {
  const desk = await openDesk(database);
  const file = Array.from({ length: 500 }, (_, index) => line(`A-${index}`, `Pat ${index}`, 'Many'));
  expect(await importPatients(desk, file)).toMatchObject({ created: 500 });
  expect(await importPatients(desk, file)).toMatchObject({ unchanged: 500 });
});
