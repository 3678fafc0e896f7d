/** What of a notification is looked up with the reader's own permissions. */
export interface NamedThings {
  patient_id: string | null;
  group: { name: string } | null;
  patient: { first_name: string; last_name: string; preferred_name: string | null } | null;
}

/** The group as the reader knows it; "a group" when it was deleted or may not be seen. */
export function groupWords({ group }: Pick<NamedThings, 'group'>): string {
  return group?.name ?? 'a group';
}

/** "Maria Lopez", "Maria Lopez (Mia)"; "a patient" when the record was deleted or may not be seen, "a guest" where there is none. */
export function patientWords({ patient, patient_id }: Omit<NamedThings, 'group'>): string {
  if (!patient) return patient_id === null ? 'a guest' : 'a patient';
  const { first_name, last_name, preferred_name } = patient;
  const name = `${first_name} ${last_name}`;
  return preferred_name && preferred_name !== first_name ? `${name} (${preferred_name})` : name;
}
