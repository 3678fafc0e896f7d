import type { DeletedKind } from './deleted-kinds';

interface Restorable {
  kind: DeletedKind;
  name: string;
  group_definition_id: string | null;
  patient_id: string | null;
}

export interface WayOn {
  label: string;
  /** Under /o/:slug. */
  path: string;
}

/** Where what was brought back is to be seen. */
export function placeOf({ kind, group_definition_id, patient_id }: Restorable): WayOn {
  if (kind === 'patient') return { label: 'Open the patient', path: `pm/patients/${patient_id}` };
  if (kind === 'group') return { label: 'Open the group', path: `pm/groups/${group_definition_id}` };
  return { label: 'Open the group’s enrollments', path: `pm/groups/${group_definition_id}/enrollments` };
}

/** What to do when restoring was refused with this code; null where the server's own words are all there is. */
export function wayOut(code: string | null, record: Restorable): WayOn | null {
  if (record.kind !== 'enrollment') return null;
  if (code === 'PATIENT_ALREADY_ENROLLED') return placeOf(record);
  if (code === 'PATIENT_NOT_FOUND')
    return { label: 'Restore the patient first', path: 'settings/recently-deleted?kind=patient' };
  if (code === 'GROUP_NOT_FOUND')
    return { label: 'Restore the group first', path: 'settings/recently-deleted?kind=group' };
  return null;
}
