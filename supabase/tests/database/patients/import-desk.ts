import type { Desk } from '../../support/front-desk.ts';

export interface ImportResult {
  index: number;
  status: 'created' | 'updated' | 'unchanged' | 'exists' | 'similar' | 'failed';
  patient_id: string | null;
  problems: { column: string | null; code: string; detail: string }[];
  similar: { id: string; mrn: string; first_name: string; last_name: string; date_of_birth: string; reason: string }[];
}
export interface Imported {
  created: number;
  updated: number;
  unchanged: number;
  exists: number;
  similar: number;
  failed: number;
  results: ImportResult[];
}

/** Imports as the front desk unless told otherwise. */
export const importPatients = (desk: Desk, patients: unknown, further = {}, by = desk.clinic.people.front_desk) =>
  desk.ask<Imported>('pm_import_patients', { organization_id: desk.clinic.id, patients, ...further }, by);

/** All patients of the organization as they are in the table, deleted ones too, by MRN. */
export async function patientsOf(desk: Desk): Promise<Record<string, unknown>[]> {
  const { rows } = await desk.pool.query(
    'select to_jsonb(patient) as row from public.pm_patients patient where organization_id = $1 order by mrn',
    [desk.clinic.id],
  );
  return rows.map((each) => each.row);
}

/** A line of a file with these values. */
export const line = (mrn: unknown, first_name: unknown, last_name: unknown, further = {}) => ({
  ...{ mrn, first_name, last_name },
  ...further,
});
