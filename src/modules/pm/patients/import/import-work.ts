import type { CsvTable } from '@/platform/csv';
import type { ImportResult } from './api/import-patients';
import type { ImportColumn } from './import-columns';
import { type DateOrder, findDateOrder } from './import-date';
import type { CheckedRow } from './import-row';
import { guessMatching, type Matching, rematch } from './match-columns';
import { type Decisions, isWanted, kindOf } from './outcomes';

export interface ChosenFile {
  name: string;
  table: CsvTable;
  /** How it was read, where that needs a look; or null. */
  note: string | null;
}

/** Everything the person has chosen and the server has answered about one file. */
export interface ImportWork extends Decisions {
  file: ChosenFile;
  matching: Matching;
  /** Which comes first in the file's dates; null where the person must say. */
  dateOrder: DateOrder | null;
  /** What would become of a row, by its index. */
  previews: ReadonlyMap<number, ImportResult>;
  /** What became of a row that was sent, by its index. */
  outcomes: ReadonlyMap<number, ImportResult>;
}

const NOTHING_KNOWN = { previews: new Map(), outcomes: new Map(), allowed: new Set<number>() };

export function workOn(file: ChosenFile): ImportWork {
  return withMatching(
    { file, dateOrder: null, onExisting: 'skip', matching: [], ...NOTHING_KNOWN },
    guessMatching(file.table.headers),
  );
}

/** Gives a column another meaning; what the server said about the rows so far no longer counts. */
export function withColumn(work: ImportWork, at: number, key: ImportColumn | null): ImportWork {
  return withMatching(work, rematch(work.matching, at, key));
}

function withMatching(work: ImportWork, matching: Matching): ImportWork {
  return { ...work, ...NOTHING_KNOWN, matching, dateOrder: findDateOrder(datesOf(work.file.table, matching)).order };
}

export function withDateOrder(work: ImportWork, dateOrder: DateOrder): ImportWork {
  return { ...work, ...NOTHING_KNOWN, dateOrder };
}

/** The cells of the column that holds dates; none where it is not matched. */
export function datesOf(table: CsvTable, matching: Matching): string[] {
  const at = matching.indexOf('date_of_birth');
  return at < 0 ? [] : table.rows.map(({ cells }) => cells[at] ?? '');
}

export function withPreviews(
  work: ImportWork,
  sent: readonly CheckedRow[],
  results: readonly ImportResult[],
): ImportWork {
  return { ...work, previews: withResults(work.previews, sent, results) };
}

/**
 * Takes down what became of rows that were sent. A patient that was to be new or changed and is found unchanged got in with
 * an earlier try whose answer was lost. What the preview said of these rows has had its time.
 */
export function withOutcomes(
  work: ImportWork,
  sent: readonly CheckedRow[],
  results: readonly ImportResult[],
): ImportWork {
  const seen = results.map((result) => {
    const before = work.previews.get(sent[result.index]?.index ?? -1)?.status;
    if (result.status !== 'unchanged' || before === undefined) return result;
    return { ...result, status: before === 'exists' ? ('updated' as const) : ('created' as const) };
  });
  const previews = new Map(work.previews);
  for (const { index } of sent) previews.delete(index);
  return { ...work, previews, outcomes: withResults(work.outcomes, sent, seen) };
}

function withResults(
  known: ReadonlyMap<number, ImportResult>,
  sent: readonly CheckedRow[],
  results: readonly ImportResult[],
): ReadonlyMap<number, ImportResult> {
  const next = new Map(known);
  for (const result of results) {
    const row = sent[result.index];
    if (row) next.set(row.index, result);
  }
  return next;
}

/** Lets rows in although somebody like them is here, or no longer. */
export function withAllowed(work: ImportWork, rows: readonly CheckedRow[], allow: boolean): ImportWork {
  const allowed = new Set(work.allowed);
  for (const { index } of rows) allow ? allowed.add(index) : allowed.delete(index);
  return { ...work, allowed };
}

/** The rows that an import would send now. */
export function rowsToImport(work: ImportWork, rows: readonly CheckedRow[]): CheckedRow[] {
  return rows.filter((row) => isWanted(row, kindOf(row, work.previews.get(row.index)), work));
}
