import { unparse } from 'papaparse';
import { FORMULA } from './formulas';

export type Delimiter = ',' | ';' | '\t' | '|';

export interface CsvColumn<Row> {
  header: string;
  /** Dates as ISO text (`YYYY-MM-DD`); null and undefined give an empty cell. Numbers stay numbers, whatever their sign. */
  value: (row: Row) => string | number | boolean | null | undefined;
}

/**
 * Rows as CSV (RFC 4180, lines end in CRLF), the header first, also where there are no rows. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  delimiter: Delimiter = ',',
): string {
  const cells = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return `${unparse(cells, { delimiter, newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
