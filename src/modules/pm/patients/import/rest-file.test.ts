import { describe, expect, it } from 'vitest';
import { readCsvFile } from '@/platform/csv';
import { restFile, restFileName } from './rest-file';

async function tableOf(csv: string) {
  const reading = await readCsvFile(new Blob([csv]));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.table;
}

describe('restFile', () => {
  it('returns the original cells with line and problem', async () => {
    const table = await tableOf('MRN;Name;Extra\nA1;Ana;x\nA2;"Bo;\nBo";=1+1\nA3;C;\n');
    expect(
      restFile(table, [
        { index: 1, problem: 'Name “Bo”: too “long”' },
        { index: 2, problem: 'First; second' },
      ]),
    ).toBe(
      'Line;Problem;MRN;Name;Extra\r\n3;Name “Bo”: too “long”;A2;"Bo;\nBo";"\'=1+1"\r\n5;"First; second";A3;C;\r\n',
    );
  });

  it('keeps cells behind the last column, and finds them again', async () => {
    const table = await tableOf('MRN,Name\nA1,Rivera, Ana\n');
    const rest = restFile(table, [{ index: 0, problem: 'Too many' }]);
    expect(rest).toBe('Line,Problem,MRN,Name,\r\n2,Too many,A1,Rivera," Ana"\r\n');
    expect((await tableOf(rest)).rows[0]?.problem).toBe('This row has 5 cells, but the first line names 4.');
  });

  it('does not add its two columns again when it is imported once more', async () => {
    const once = restFile(await tableOf('MRN\nA1\n'), [{ index: 0, problem: 'First' }]);
    expect(restFile(await tableOf(once), [{ index: 0, problem: 'Second' }])).toBe(
      'Line,Problem,MRN\r\n2,Second,A1\r\n',
    );
  });
});

describe('restFileName', () => {
  it.each([
    ['patients.csv', 'patients-not-imported.csv'],
    ['patients-not-imported.csv', 'patients-not-imported.csv'],
    ['export.2026.txt', 'export.2026-not-imported.csv'],
    ['patients', 'patients-not-imported.csv'],
  ])('%s becomes %s', (name, rest) => {
    expect(restFileName(name)).toBe(rest);
  });
});
