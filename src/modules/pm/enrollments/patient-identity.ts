/** The columns of `pm_patients` that tell one person from a namesake. */
export const PATIENT_IDENTITY_COLUMNS = 'id, first_name, last_name, preferred_name, mrn, date_of_birth';

export interface PatientIdentity {
  id: string;
  first_name: string;
  last_name: string;
  preferred_name: string | null;
  mrn: string;
  /** `YYYY-MM-DD`. */
  date_of_birth: string | null;
}

/**
 * The name as the front desk says it: "Maria Lopez", "Maria Lopez (Mia)".
 * Null stands for a record that was deleted, or that the reader's role may not see.
 */
export function patientName(patient: Pick<PatientIdentity, 'first_name' | 'last_name' | 'preferred_name'> | null) {
  if (!patient) return 'Patient record not available';
  const { first_name, last_name, preferred_name } = patient;
  const name = `${first_name} ${last_name}`;
  return preferred_name && preferred_name !== first_name ? `${name} (${preferred_name})` : name;
}
