import { describe, expect, it } from 'vitest';
import { type CsvTable, readCsvFile } from '@/platform/csv';
import { checkRows } from './check-rows';
import { guessMatching } from './match-columns';
import { problemSentence } from './outcomes';

const TODAY = '2026-11-21';

async function tableOf(csv: string): Promise<CsvTable> {
  const reading = await readCsvFile(new Blob([csv]));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.table;
}

async function check(csv: string) {
  const table = await tableOf(csv);
  return checkRows(table, guessMatching(table.headers), 'month', TODAY);
}

async function problems(csv: string) {
  return (await check(csv)).map((row) => [row.line, ...row.problems.map(problemSentence)]);
}

const HEADER = 'MRN,First name,Last name,Preferred name,Date of birth,Phone,E-mail,Status,Notes\n';

describe('checkRows', () => {
  it('makes patients of what is in order', async () => {
    const [full, bare] = await check(
      `${HEADER} A1 ,Ana,Núñez,Annie,3/14/1985,+1 602 555 0100,ana@mail.test,Inactive,"<b>&""\nsecond"\nA2,Bo,"O'Neil, Jr.",,,,,,\n`,
    );
    expect(full?.patient).toEqual({
      mrn: 'A1',
      first_name: 'Ana',
      last_name: 'Núñez',
      preferred_name: 'Annie',
      date_of_birth: '1985-03-14',
      phone: '+1 602 555 0100',
      email: 'ana@mail.test',
      status: 'inactive',
      notes: '<b>&"\nsecond',
    });
    expect(bare).toMatchObject({ index: 1, line: 4, shown: { name: "Bo O'Neil, Jr.", mrn: 'A2', dateOfBirth: '' } });
    expect(bare?.patient).toEqual({ mrn: 'A2', first_name: 'Bo', last_name: "O'Neil, Jr." });
  });

  it('names each problem by line and column', async () => {
    expect(
      await problems(
        `${HEADER},,B,,,,,,\nA2,${'x'.repeat(101)},B,,2/30/1985,${'1'.repeat(41)},mail,maybe,${'n'.repeat(4001)}\nA3,A,B,,1/1/2200,,,,\nA4,A,B,,1/1/1899,,,,\nA5,A\n`,
      ),
    ).toEqual([
      [2, 'MRN: Enter the MRN', 'First name: Enter the first name'],
      [
        3,
        'Date of birth “2/30/1985”: This is no date with month, day and year',
        'Status “maybe”: Write active or inactive',
        `First name “${'x'.repeat(40)}…”: Use at most 100 characters`,
        `Phone “${'1'.repeat(40)}…”: Use at most 40 characters`,
        'E-mail “mail”: Enter an e-mail address, such as name@mail.com',
        `Notes “${'n'.repeat(40)}…”: Use at most 4000 characters`,
      ],
      [4, 'Date of birth “2200-01-01”: The date of birth lies in the future'],
      [5, 'Date of birth “1899-01-01”: Enter a date of birth from 1900 until today'],
      [6, 'This row has 2 cells, but the first line names 9.', 'Last name: Enter the last name'],
    ]);
  });

  it('finds an MRN that occurs twice', async () => {
    expect(await problems('MRN,First,Last\nA1,A,B\nA2,A,B\n A1 ,C,D\n,E,F\n,G,H\n')).toEqual([
      [2],
      [3],
      [4, 'MRN “A1”: Line 2 has the same MRN'],
      [5, 'MRN: Enter the MRN'],
      [6, 'MRN: Enter the MRN'],
    ]);
  });

  it('takes first and last name out of one column', async () => {
    const rows = await check('MRN,Name\n1,"Rivera, Ana Maria"\n2,Ana Rivera\n3,Ana Maria Rivera\n4,"Rivera,"\n5,\n');
    expect(rows.map(({ patient, problems: found }) => patient?.last_name ?? found.map(problemSentence))).toEqual([
      'Rivera',
      'Rivera',
      ['Name (“Last, First”) “Ana Maria Rivera”: Write last name, comma, first name'],
      ['Name (“Last, First”): Enter the first name'],
      ['Name (“Last, First”): Enter the first name'],
    ]);
    expect(rows[0]?.patient?.first_name).toBe('Ana Maria');
  });

  it('checks cells of a megabyte without freezing', async () => {
    const huge = 'x '.repeat(500_000);
    const began = performance.now();
    const [row] = await check(`${HEADER}${`"${huge}",`.repeat(8)}${huge}\n`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(row?.patient).toBeNull();
    expect(row?.problems.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['mrn', 'notes', 'date_of_birth']),
    );
  });

  it('checks 20,000 rows quickly', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `M${at},Ana,Rivera,,3/14/1985,602 555 0100,a@b.test,active,`,
    );
    const table = await tableOf(HEADER + lines.join('\n'));
    const began = performance.now();
    const rows = checkRows(table, guessMatching(table.headers), 'month', TODAY);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(rows.every(({ patient }) => patient !== null)).toBe(true);
  });
});
