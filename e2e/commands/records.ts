import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/platform/supabase/database.types.ts';
import type { Clinic } from './clinic.ts';

type GroupInsert = Database['public']['Tables']['pm_group_definitions']['Insert'];
type PatientInsert = Database['public']['Tables']['pm_patients']['Insert'];
type SessionInsert = Database['public']['Tables']['pm_group_schedule']['Insert'];

/** A group of the clinic, made by its admin. Returns its id. */
export async function createGroup(clinic: Clinic, values: Partial<GroupInsert> & { name: string }): Promise<string> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_definitions')
    .insert({ organization_id: clinic.id, group_type: 'therapy', max_capacity: 10, ...values })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}

/** A patient of the clinic. Returns the id. */
export async function createPatient(
  clinic: Clinic,
  firstName: string,
  lastName: string,
  values: Partial<PatientInsert> = {},
): Promise<string> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_patients')
    .insert({
      organization_id: clinic.id,
      mrn: `T-${randomUUID().slice(0, 8)}`,
      first_name: firstName,
      last_name: lastName,
      ...values,
    })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}

/** So many patients with a seat or a place in the group, in order. Returns their ids. */
export async function fillGroup(clinic: Clinic, groupId: string, count: number): Promise<string[]> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_patients')
    .insert(
      Array.from({ length: count }, (_, index) => ({
        organization_id: clinic.id,
        mrn: `T-${randomUUID().slice(0, 8)}`,
        first_name: 'Seated',
        last_name: `Person ${index + 1}`,
      })),
    )
    .select('id')
    .throwOnError();
  const patientIds = data.map(({ id }) => id);
  await clinic.people.org_admin.client
    .rpc('pm_bulk_enroll_patients', { group_definition_id: groupId, patient_ids: patientIds })
    .throwOnError();
  return patientIds;
}

/** A session of a group; date and times on the clinic's wall clock. Returns its id. */
export async function createSession(
  clinic: Clinic,
  values: Omit<SessionInsert, 'organization_id'> & { session_date: string },
): Promise<string> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_schedule')
    .insert({ organization_id: clinic.id, ...values })
    .select('id')
    .single()
    .throwOnError();
  return data.id;
}
