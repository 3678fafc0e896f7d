import { describe, expect, it } from 'vitest';
import { csvText } from './csv-text';
import { parseCsv } from './parse-csv';

const COLUMNS = [
  { header: 'Name', value: (row: { name: string }) => row.name },
  { header: 'Length', value: (row: { name: string }) => row.name.length },
];

function cell(value: string | number | boolean | null) {
  return csvText([{ header: 'A', value: () => value }], [null]).slice('A\r\n'.length, -'\r\n'.length);
}

describe('csvText', () => {
  it('writes header and rows, each line ended with CRLF', () => {
    expect(csvText(COLUMNS, [{ name: 'Ana' }, { name: 'Núñez, "Bo"' }])).toBe(
      'Name,Length\r\nAna,3\r\n"Núñez, ""Bo""",11\r\n',
    );
  });

  it('writes the header where there are no rows', () => {
    expect(csvText(COLUMNS, [])).toBe('Name,Length\r\n');
  });

  it('takes another delimiter', () => {
    expect(csvText(COLUMNS, [{ name: 'a;b' }], ';')).toBe('Name;Length\r\n"a;b";3\r\n');
  });

  it.each([
    '=HYPERLINK("http://x.test","y")',
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1+1',
    '=1\nsecond line',
    '-2+3+cmd|" /C calc"!A0',
    '＝1+1',
    '+1-602-555-0100',
    '+1 -602',
    '-',
  ])('keeps a spreadsheet from running %j', (text) => {
    expect(cell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
  });

  it.each(['-12.5', '-3', '+1 602 555 0100', '+1 (602) 555-0100', '+44 20 7946 0958', '602-555-0100', "O'Neil", 'a=b'])(
    'leaves %j as it is',
    (text) => {
      expect(cell(text)).toBe(text);
    },
  );

  it('writes numbers as numbers and nothing for null', () => {
    expect(cell(-5)).toBe('-5');
    expect(cell(null)).toBe('');
    expect(cell(false)).toBe('false');
  });

  it('protects headers too', () => {
    expect(csvText([{ header: '=1', value: () => '' }], [])).toBe('"\'=1"\r\n');
  });

  it('is read back as it was written', () => {
    const names = [
      '=1+1',
      'two\nlines',
      'a,b;c\td|e',
      '"',
      ' blank ',
      '\u202Eabc',
      '👩‍⚕️',
      "'quoted'",
      '<b>',
      '-',
      'end',
    ];
    const table = parseCsv(
      csvText(
        COLUMNS,
        names.map((name) => ({ name })),
      ),
    );
    expect('rows' in table && table.rows.map(({ cells }) => cells[0])).toEqual(names);
  });
});
