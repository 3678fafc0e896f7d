import type { CheckedRow, ImportPatient } from './import-row';

/** What is sent for rows that are in order; those of `allowed` (indexes) go in although somebody like them is here. */
export function patientsOf(rows: readonly CheckedRow[], allowed: ReadonlySet<number>): ImportPatient[] {
  return rows.flatMap(({ index, patient }): ImportPatient[] => {
    if (patient === null) return [];
    return [allowed.has(index) ? { ...patient, allow_similar: true } : patient];
  });
}
