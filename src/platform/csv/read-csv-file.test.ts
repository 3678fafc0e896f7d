import { describe, expect, it } from 'vitest';
import type { CsvTable } from './parse-csv';
import { readCsvFile } from './read-csv-file';

function read(...parts: BlobPart[]) {
  return readCsvFile(new Blob(parts));
}

async function table(...parts: BlobPart[]): Promise<CsvTable & { note: string | null }> {
  const reading = await read(...parts);
  if ('problem' in reading) throw new Error(reading.problem);
  return { ...reading.table, note: reading.note };
}

async function problem(...parts: BlobPart[]): Promise<string> {
  const reading = await read(...parts);
  return 'problem' in reading ? reading.problem : 'none';
}

function utf16(text: string, littleEndian: boolean) {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return view.buffer;
}

const cellsOf = ({ rows }: CsvTable) => rows.map(({ cells }) => cells);

describe('readCsvFile', () => {
  it.each([',', ';', '\t', '|'])('finds out that %j divides the cells', async (delimiter) => {
    const read = await table(`A${delimiter}B\n1${delimiter}2\n`);
    expect(read).toMatchObject({ delimiter, headers: ['A', 'B'], note: null });
    expect(cellsOf(read)).toEqual([['1', '2']]);
  });

  it('is not misled by commas in names', async () => {
    const read = await table('Name;Born\nRivera, Ana;1985\nSmith, Bo, Jr.;1990\n');
    expect(read.delimiter).toBe(';');
    expect(cellsOf(read)[1]).toEqual(['Smith, Bo, Jr.', '1990']);
  });

  it('obeys the line "sep=" that Excel writes', async () => {
    const read = await table('sep=;\r\nA,B;C\r\n1,2;3\r\n');
    expect(read).toMatchObject({ delimiter: ';', headers: ['A,B', 'C'] });
    expect(read.rows[0]).toMatchObject({ line: 3, cells: ['1,2', '3'] });
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('Name,B\nNúñez 名,1\n')],
    ['UTF-8 with byte order mark', new TextEncoder().encode('\uFEFFName,B\nNúñez 名,1\n')],
    ['UTF-16, little end first', utf16('\uFEFFName,B\nNúñez 名,1\n', true)],
    ['UTF-16, big end first', utf16('\uFEFFName,B\nNúñez 名,1\n', false)],
  ])('reads %s', async (_, bytes) => {
    const read = await table(bytes);
    expect(read).toMatchObject({ headers: ['Name', 'B'], note: null });
    expect(cellsOf(read)).toEqual([['Núñez 名', '1']]);
  });

  it('reads Windows-1252 and says so', async () => {
    const read = await table(
      new Uint8Array([...'Name,B\nN'].map((c) => c.charCodeAt(0)).concat(0xfa, 0xf1, 0x65, 0x7a, 0x2c, 0x31)),
    );
    expect(cellsOf(read)).toEqual([['Núñez', '1']]);
    expect(read.note).toContain('Windows-1252');
  });

  it('counts lines as an editor shows them, and rows as a spreadsheet does', async () => {
    const read = await table('A,B\r\n\r\n"two\r\nlines",1\r\n , \r\nx,2\rlast,3');
    expect(read.rows.map(({ line, row, cells }) => [line, row, ...cells])).toEqual([
      [3, 3, 'two\nlines', '1'],
      [6, 5, 'x', '2'],
      [7, 6, 'last', '3'],
    ]);
  });

  it('names rows with too many or too few cells', async () => {
    const read = await table('A,B,C\n1,2,3,4\n1,2\n1,2,3,,,\n');
    expect(read.rows.map((row) => row.problem)).toEqual([
      'This row has 4 cells, but the first line names 3.',
      'This row has 2 cells, but the first line names 3.',
      null,
    ]);
    expect(cellsOf(read)).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2', ''],
      ['1', '2', '3'],
    ]);
  });

  it('keeps double and missing headers, and drops blank columns at the end', async () => {
    expect((await table('A,A,,B,,\n1,2,3,4,,\n')).headers).toEqual(['A', 'A', '', 'B']);
    expect((await table('A,\n1,x\n')).rows[0]?.problem).toBe('This row has 2 cells, but the first line names 1.');
  });

  it('takes the apostrophe off again that protects a text from spreadsheets', async () => {
    expect(cellsOf(await table("A,B\n'=1+1,'til\n"))).toEqual([['=1+1', "'til"]]);
  });

  it.each([
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'Excel workbook'],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'old Excel workbook'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['gzip', [0x1f, 0x8b, 0x08], 'compressed'],
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x00], 'not text'],
    ['broken UTF-16', [0xff, 0xfe, 0x41], 'not text'],
  ])('says that it is %s', async (_, bytes, words) => {
    expect(await problem(new Uint8Array(bytes))).toContain(words);
  });

  it.each([
    ['', 'empty'],
    ['\uFEFF\r\n\r\n', 'empty'],
    ['A,B\n', 'no rows'],
    ['A,B\n,\n', 'no rows'],
    ['<!DOCTYPE html><table>', 'web page'],
    ['A,B\n1,2\n"3,4\n5,6\n', 'Line 3'],
    ['A,B\n"Bo" Smith,2\n', 'Line 2'],
    [`A\n${'x\n'.repeat(20_001)}`, 'more than 20,000 rows'],
    [`A\n${'\n'.repeat(250_000)}x`, 'more than 20,000 rows'],
    [`${'A,'.repeat(300)}\n${'1,'.repeat(300)}`, 'more than 200 columns'],
  ])('has words for what is no table: %#', async (text, words) => {
    expect(await problem(text)).toContain(words);
  });

  it('refuses what is too large before reading it', async () => {
    expect(await problem('x'.repeat(20 * 1024 * 1024 + 1))).toContain('20 MB');
  });

  it('reads 20,000 rows with cells of a megabyte quickly', async () => {
    const huge = `"${'a""\n'.repeat(250_000)}"`;
    const began = performance.now();
    const read = await table(`A,B\n${huge},1\n${'x,"y"\n'.repeat(19_999)}`);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(read.rows[1]?.line).toBe(2 + 250_001);
  });
});
