import type { CsvTable } from '@/platform/csv';
import { patientSchema } from '../patient.schema';
import { IMPORT_COLUMNS, type ImportColumn } from './import-columns';
import type { DateOrder } from './import-date';
import type { CheckedRow, ImportPatient } from './import-row';
import type { Matching } from './match-columns';
import { type RecordTexts, readRow } from './read-row';

const OPTIONAL = ['preferred_name', 'date_of_birth', 'phone', 'email', 'status', 'notes'] as const;

/**
 * Checks all rows of a file by the rules of a patient's record, and that no MRN occurs twice. Takes which of month and day
 * comes first in its dates, and today (`YYYY-MM-DD`) in the organization's zone.
 */
export function checkRows(table: CsvTable, matching: Matching, order: DateOrder, today: string): CheckedRow[] {
  const schema = patientSchema(today);
  const lineOfMrn = new Map<string, number>();
  return table.rows.map((row, index) => {
    const { texts, problems } = readRow(row, matching, order, today);
    // One problem a column is enough: the first that shows.
    const named = new Set(problems.map(({ column }) => column));
    const checked = schema.safeParse({
      ...texts,
      date_of_birth: named.has('date_of_birth') ? '' : texts.date_of_birth,
      status: texts.status === '' || named.has('status') ? 'active' : texts.status,
    });
    for (const issue of checked.error?.issues ?? []) {
      const column = columnOf(issue.path[0], matching);
      if (column === null || named.has(column)) continue;
      named.add(column);
      problems.push({ column, value: column === 'full_name' ? '' : texts[column], text: issue.message });
    }
    const first = lineOfMrn.get(texts.mrn);
    if (first !== undefined) problems.push({ column: 'mrn', value: texts.mrn, text: `Line ${first} has the same MRN` });
    else if (texts.mrn !== '') lineOfMrn.set(texts.mrn, row.line);
    return {
      index,
      line: row.line,
      sheetRow: row.row,
      shown: {
        name: [texts.first_name, texts.last_name].filter(Boolean).join(' '),
        mrn: texts.mrn,
        dateOfBirth: texts.date_of_birth,
      },
      problems,
      patient: problems.length === 0 && checked.data ? patientFrom({ ...texts, ...checked.data }, texts) : null,
    };
  });
}

// First and last name are read out of one column where the file has but one.
function columnOf(path: PropertyKey | undefined, matching: Matching): ImportColumn | null {
  const known = IMPORT_COLUMNS.find(({ key }) => key === path)?.key ?? null;
  const ofName = known === 'first_name' || known === 'last_name';
  return ofName && matching.includes('full_name') ? 'full_name' : known;
}

/** Blank cells are not sent, so that they leave what is stored alone. */
function patientFrom(checked: RecordTexts, { status }: RecordTexts): ImportPatient {
  const patient: ImportPatient = { mrn: checked.mrn, first_name: checked.first_name, last_name: checked.last_name };
  const given = { ...checked, status };
  for (const key of OPTIONAL) if (given[key] !== '') patient[key] = given[key];
  return patient;
}
