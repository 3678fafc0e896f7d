import { parse } from 'papaparse';
import type { Delimiter } from './csv-text';
import { withoutProtection } from './formulas';

export interface CsvRow {
  /** Where the row begins in a text editor, 1 for the first line of the file. */
  line: number;
  /** Its number in a spreadsheet, where a text with line breaks is one row. */
  row: number;
  /** As many as there are headers, more where the row has too many. */
  cells: readonly string[];
  /** Why the row cannot be read by columns (too many or too few cells), or null. */
  problem: string | null;
}

export interface CsvTable {
  /** As the file has them, up to the last that is not blank; may be blank or occur twice. */
  headers: readonly string[];
  rows: readonly CsvRow[];
  delimiter: Delimiter;
}

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
// Blank lines count here, which a spreadsheet leaves by the thousand.
const MAX_LINES = 200_000;

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * Reads CSV text whose first line that is not blank holds the headers. Blank lines are left out. Answers the table, or a
 * problem in words where there is none to be had.
 */
export function parseCsv(text: string): CsvTable | { problem: string } {
  // One kind of line end, so that a file that mixes them is read line by line.
  const whole = text.replace(/\r\n?/g, '\n');
  const announced = /^sep=([,;|\t])\n/i.exec(whole);
  const body = announced ? whole.slice(announced[0].length) : whole;
  const delimiter = DELIMITERS.find((known) => known === announced?.[1]) ?? guessDelimiter(body);
  const parsed = parse<string[]>(body, { delimiter, newline: '\n', preview: MAX_LINES });
  const lines = numbered(parsed.data, announced ? 2 : 1);
  const quotes = parsed.errors.find(({ type }) => type === 'Quotes');
  if (quotes) return { problem: quotesProblem(quotes.code, lines[quotes.row ?? 0]?.line ?? 1) };
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length > MAX_ROWS || parsed.meta.truncated) {
    return {
      problem: `The file has more than ${MAX_ROWS.toLocaleString('en-US')} rows. Split it, and import one part after the other.`,
    };
  }
  if (!header)
    return { problem: 'The file is empty. Choose one with a line of column names and a line for each patient.' };
  if (rows.length === 0) return { problem: 'The file has column names, but no rows below them.' };
  // Cells behind the last header count as too many: a comma without quotes has shifted the row.
  const width = usedWidth(header.cells);
  if (width > MAX_COLUMNS) {
    return {
      problem: `The file has more than ${MAX_COLUMNS} columns. Leave out those that are not about the patient.`,
    };
  }
  return {
    headers: header.cells.slice(0, width),
    rows: rows.map((row) => fitted(row, width)),
    delimiter,
  };
}

// By the first line alone: names of columns seldom hold commas, while names of people ("Rivera, Ana") do.
function guessDelimiter(body: string): Delimiter {
  const beginning = body.trimStart().slice(0, 65_536);
  const cells = (delimiter: Delimiter) =>
    parse<string[]>(beginning, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best));
}

/** The rows with the line on which each begins: line breaks inside quotes count, as they do in an editor. */
function numbered(records: readonly string[][], firstLine: number) {
  let next = firstLine;
  return records.map((cells, at) => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return { line, row: at + 1, cells };
  });
}

/** How many cells there are up to the last one that is not blank. */
function usedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function fitted({ cells, ...where }: Omit<CsvRow, 'problem'>, width: number): CsvRow {
  const used = usedWidth(cells);
  const fits = cells.slice(0, Math.max(width, used)).map(withoutProtection);
  if (used > width) return { ...where, cells: fits, problem: cellsProblem(used, width) };
  if (cells.length < width) {
    const padded = [...fits, ...Array.from({ length: width - cells.length }, () => '')];
    return { ...where, cells: padded, problem: cellsProblem(cells.length, width) };
  }
  return { ...where, cells: fits, problem: null };
}

function cellsProblem(cells: number, columns: number): string {
  return `This row has ${cells === 1 ? '1 cell' : `${cells} cells`}, but the first line names ${columns}.`;
}

function quotesProblem(code: string, line: number): string {
  return code === 'MissingQuotes'
    ? `Line ${line}: a quotation mark (") opens a text here and is never closed, so the rest of the file cannot be told apart. Close or remove it, then choose the file again.`
    : `Line ${line}: a text in quotation marks (") goes on behind its closing mark, so the columns cannot be told apart. Double the marks that belong to the text (""), then choose the file again.`;
}
