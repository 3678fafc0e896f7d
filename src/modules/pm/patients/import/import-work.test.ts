import { describe, expect, it } from 'vitest';
import { readCsvFile } from '@/platform/csv';
import type { ImportResult } from './api/import-patients';
import { checkRows } from './check-rows';
import {
  type ImportWork,
  rowsToImport,
  withAllowed,
  withColumn,
  withDateOrder,
  withOutcomes,
  withPreviews,
  workOn,
} from './import-work';
import { patientsOf } from './patients-of';
import { summarize } from './summary';

const FILE = `MRN,First name,Last name,Phone
N,New,Person,
U,Here,Already,
E,Other,Values,602
S,Maybe,Same,
,No,Mrn,
T,Also,New,
`;

function answer(index: number, status: ImportResult['status'], more: Partial<ImportResult> = {}): ImportResult {
  return { index, status, patient_id: null, problems: [], similar: [], ...more };
}

const DIFFERS = { column: 'phone', code: 'EXISTS', detail: 'On file: 480.' };
const DOUBLE = {
  id: null,
  mrn: 'S0',
  first_name: 'Mabel',
  last_name: 'Same',
  date_of_birth: null,
  reason: 'same_name',
};

async function setUp() {
  const reading = await readCsvFile(new Blob([FILE]));
  if ('problem' in reading) throw new Error(reading.problem);
  const work = workOn({ name: 'patients.csv', table: reading.table, note: null });
  const rows = checkRows(reading.table, work.matching, 'month', '2026-11-21');
  const sent = rows.filter(({ patient }) => patient !== null);
  const previewed = withPreviews(work, sent, [
    answer(0, 'created'),
    answer(1, 'unchanged'),
    answer(2, 'exists', { problems: [DIFFERS] }),
    answer(3, 'similar', { similar: [DOUBLE] }),
    answer(4, 'created'),
  ]);
  return { work, rows, previewed };
}

const linesToImport = (work: ImportWork, rows: Parameters<typeof rowsToImport>[1]) =>
  rowsToImport(work, rows).map(({ line }) => line);

describe('rowsToImport', () => {
  it('sends nothing before the server has spoken', async () => {
    const { work, rows } = await setUp();
    expect(rowsToImport(work, rows)).toEqual([]);
  });

  it('sends what is new, and what the person decides', async () => {
    const { rows, previewed } = await setUp();
    expect(linesToImport(previewed, rows)).toEqual([2, 7]);
    expect(linesToImport({ ...previewed, onExisting: 'update' }, rows)).toEqual([2, 4, 7]);
    const allowed = withAllowed(previewed, rows.slice(3, 4), true);
    expect(linesToImport(allowed, rows)).toEqual([2, 5, 7]);
    expect(patientsOf(rowsToImport(allowed, rows), allowed.allowed).map((patient) => patient.allow_similar)).toEqual([
      ...[undefined, true, undefined],
    ]);
    expect(linesToImport(withAllowed(allowed, rows.slice(3, 4), false), rows)).toEqual([2, 7]);
  });

  it('forgets what the server said when the columns or dates are read otherwise', async () => {
    const { rows, previewed } = await setUp();
    expect(rowsToImport(withColumn(previewed, 3, null), rows)).toEqual([]);
    expect(rowsToImport(withDateOrder(previewed, 'day'), rows)).toEqual([]);
  });
});

describe('summarize', () => {
  it('counts each row once, and names why the others are not in', async () => {
    const { rows, previewed } = await setUp();
    const done = withOutcomes(previewed, rowsToImport(previewed, rows), [answer(0, 'created'), answer(1, 'created')]);
    expect(summarize(done, rows)).toEqual({
      ...{ created: 2, updated: 0, unchanged: 1, exists: 1, similar: 1, failed: 1, unsent: 0 },
      rest: [
        { index: 2, problem: 'Here already, with other values; Phone “602”: On file: 480.' },
        { index: 3, problem: 'Maybe the same person as Mabel Same, MRN S0 (same name)' },
        { index: 4, problem: 'MRN: Enter the MRN' },
      ],
    });
  });

  it('tells what was not reached when the import was stopped', async () => {
    const { rows, previewed } = await setUp();
    const stopped = withOutcomes(previewed, rowsToImport(previewed, rows).slice(0, 1), [answer(0, 'created')]);
    const summary = summarize(stopped, rows);
    expect(summary).toMatchObject({ created: 1, unsent: 1 });
    expect(summary.rest.at(-1)).toEqual({ index: 5, problem: 'Not imported: stopped before its turn' });
  });

  it('counts as created what an earlier try with a lost answer has created', async () => {
    const { rows, previewed } = await setUp();
    const wanted = { ...previewed, onExisting: 'update' as const };
    const retried = withOutcomes(wanted, rowsToImport(wanted, rows), [
      answer(0, 'unchanged'),
      answer(1, 'unchanged'),
      answer(2, 'failed', { problems: [{ column: 'mrn', code: 'X', detail: 'Taken.' }] }),
    ]);
    const summary = summarize(retried, rows);
    expect(summary).toMatchObject({ created: 1, updated: 1, unchanged: 1, failed: 2 });
    expect(summary.rest.at(-1)).toEqual({ index: 5, problem: 'MRN “T”: Taken.' });
  });
});
