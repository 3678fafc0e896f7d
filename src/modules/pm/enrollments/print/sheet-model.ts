import type { OrganizationSettings } from '@/platform/organizations';
import { formatDate } from '@/platform/time';
import type { SheetEntry } from './api/get-sheets';
import type { SheetColumn } from './print-address';
import { sheetNames } from './sheet-names';

export const COLUMN_WORDS: Readonly<Record<SheetColumn, string>> = {
  mrn: 'MRN',
  birth_date: 'Birth date',
  phone: 'Phone',
};

/** A patient's line on paper; the cells are in the order of the columns, '' where nothing is known. */
export interface SheetRow {
  id: string;
  name: string;
  cells: string[];
}

interface RowStyle {
  names: OrganizationSettings['roster_names'];
  columns: readonly SheetColumn[];
  /** By last name, or as they come (a waitlist). */
  sorted: boolean;
}

/** The lines of a sheet. A patient whose record was deleted still has one, because the seat is taken. */
export function sheetRows(entries: readonly SheetEntry[], { names, columns, sorted }: RowStyle): SheetRow[] {
  const ordered = sorted ? [...entries].sort(byName) : entries;
  const known = ordered.flatMap(({ patient }) => (patient ? [patient] : []));
  const named = new Map(sheetNames(known, names).map((name, index) => [known[index]?.id, name]));
  return ordered.map(({ id, patient }) => ({
    id,
    name: named.get(patient?.id) ?? 'Patient record not available',
    cells: columns.map((column) => (patient ? cell(patient, column) : '')),
  }));
}

function cell(patient: NonNullable<SheetEntry['patient']>, column: SheetColumn): string {
  if (column === 'mrn') return patient.mrn;
  if (column === 'phone') return patient.phone ?? '';
  return patient.date_of_birth ? formatDate(patient.date_of_birth) : '';
}

function byName(one: SheetEntry, other: SheetEntry): number {
  return sortName(one).localeCompare(sortName(other)) || one.id.localeCompare(other.id);
}

function sortName({ patient }: SheetEntry): string {
  // Records that cannot be shown come last.
  return patient ? `${patient.last_name} ${patient.preferred_name || patient.first_name}` : '\uffff';
}
