import type { ImportColumn } from './import-columns';

/** Why a row cannot go in, at which of its columns (null: the row as a whole). */
export interface RowProblem {
  column: ImportColumn | null;
  /** What the file has there, '' for nothing. */
  value: string;
  text: string;
}

/** A patient as `pm_import_patients` takes it. What is not given is left as it is. */
export interface ImportPatient {
  mrn: string;
  first_name: string;
  last_name: string;
  preferred_name?: string;
  date_of_birth?: string;
  phone?: string;
  email?: string;
  status?: string;
  notes?: string;
  allow_similar?: true;
}

/** A row of the file after the checks that need no server. */
export interface CheckedRow {
  /** Its place among the rows of the file, from 0. */
  index: number;
  /** As a text editor counts. */
  line: number;
  /** As a spreadsheet counts. */
  sheetRow: number;
  /** As far as they can be read, to recognize the row by. */
  shown: { name: string; mrn: string; dateOfBirth: string };
  problems: readonly RowProblem[];
  /** What is to be sent, null where there are problems. */
  patient: ImportPatient | null;
}
