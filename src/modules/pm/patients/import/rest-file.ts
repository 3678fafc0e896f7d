import { type CsvTable, csvText } from '@/platform/csv';

const LINE = 'Line';
const PROBLEM = 'Problem';

export interface RestRow {
  /** Its place among the rows of the file, from 0. */
  index: number;
  problem: string;
}

/**
 * The rows that did not go in, as a CSV to mend and import again: line and problem first, then the file's own columns and
 * values, divided as in the file. What a row has beyond the headers stays behind them.
 */
export function restFile(table: CsvTable, rest: readonly RestRow[]): string {
  const rows = rest.flatMap(({ index, problem }) => {
    const row = table.rows[index];
    return row ? [{ line: row.line, problem, cells: row.cells }] : [];
  });
  // A file that came back once before has these two already.
  const own = table.headers[0] === LINE && table.headers[1] === PROBLEM ? 2 : 0;
  const width = Math.max(table.headers.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width - own }, (_, at) => ({
    header: table.headers[at + own] ?? '',
    value: ({ cells }: (typeof rows)[number]) => cells[at + own],
  }));
  return csvText(
    [{ header: LINE, value: ({ line }) => line }, { header: PROBLEM, value: ({ problem }) => problem }, ...columns],
    rows,
    table.delimiter,
  );
}

/** "patients.csv" as "patients-not-imported.csv". */
export function restFileName(fileName: string): string {
  return `${fileName.replace(/(-not-imported)?(\.[^.]*)?$/, '')}-not-imported.csv`;
}
