import type { ImportResult } from './api/import-patients';
import { columnLabel } from './import-columns';
import type { CheckedRow, RowProblem } from './import-row';
import { shortened } from './words';

/** What would become of a row. */
export type RowKind = 'new' | 'unchanged' | 'exists' | 'similar' | 'problem';

/** What the person decided about the rows that do not go in by themselves. */
export interface Decisions {
  /** What happens to patients who are here with other values. */
  onExisting: 'skip' | 'update';
  /** Rows (by index) that go in although somebody like them is here. */
  allowed: ReadonlySet<number>;
}

/** What would become of a row by its own checks and the server's preview; null while that is not known. */
export function kindOf(row: CheckedRow, preview: ImportResult | undefined): RowKind | null {
  if (row.patient === null) return 'problem';
  if (preview === undefined) return null;
  switch (preview.status) {
    case 'created':
      return 'new';
    case 'failed':
      return 'problem';
    case 'updated':
      return 'exists';
    default:
      return preview.status;
  }
}

/** Whether a row of this kind is to be sent. */
export function isWanted(row: CheckedRow, kind: RowKind | null, { onExisting, allowed }: Decisions): boolean {
  if (kind === 'exists') return onExisting === 'update';
  return kind === 'new' || (kind === 'similar' && allowed.has(row.index));
}

const VALUE_SHOWN = 40;
const DETAIL_SHOWN = 200;

/** "Phone “12…”: Use at most 40 characters". */
export function problemSentence({ column, value, text }: RowProblem): string {
  return column === null ? text : `${named(column, value)}: ${text}`;
}

function named(column: string, value: string): string {
  return `${columnLabel(column)}${value === '' ? '' : ` “${shortened(value, VALUE_SHOWN)}”`}`;
}

function cellOf({ patient }: CheckedRow, column: string): string {
  const value = Object.entries(patient ?? {}).find(([key]) => key === column)?.[1];
  return typeof value === 'string' ? value : '';
}

const REASONS: Readonly<Record<string, string>> = {
  same_mrn: 'same MRN',
  same_birth_date: 'same date of birth, similar name',
  same_name: 'same name',
};

/** Why somebody counts as maybe the same person. */
export function similarityWords(reason: string): string {
  return REASONS[reason] ?? 'similar';
}

/** Why a row is not in, as sentences: by its own checks, or by what the server answered. */
export function reasonsWhyNot(row: CheckedRow, result: ImportResult | undefined): string[] {
  if (row.patient === null) return row.problems.map(problemSentence);
  if (result === undefined) return ['Not imported: stopped before its turn'];
  const details = result.problems.map(({ column, detail }) => {
    const where = column === null ? '' : `${named(column, cellOf(row, column))}: `;
    return `${where}${shortened(detail ?? 'refused by the server', DETAIL_SHOWN)}`;
  });
  switch (result.status) {
    case 'exists':
      return ['Here already, with other values', ...details];
    case 'similar':
      return result.similar.map(
        ({ first_name, last_name, mrn, reason }) =>
          `Maybe the same person as ${first_name} ${last_name}, MRN ${mrn} (${similarityWords(reason)})`,
      );
    case 'failed':
      return details.length > 0 ? details : ['The server refused this row'];
    default:
      return [];
  }
}
