import type { Clinic } from './clinic.ts';

export interface Seats {
  enrolled: number;
  waitlisted: number;
}

/** Who has a seat and who waits, as the database has it and the clinic's admin may read it. */
export async function readSeats(clinic: Clinic, groupId: string): Promise<Seats> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_enrollments')
    .select('status')
    .eq('organization_id', clinic.id)
    .eq('group_definition_id', groupId)
    .throwOnError();
  const count = (status: string) => data.filter((enrollment) => enrollment.status === status).length;
  return { enrolled: count('enrolled'), waitlisted: count('waitlisted') };
}

/** Enrolls one patient in the name of the clinic's admin. */
export async function enroll(clinic: Clinic, groupId: string, patientId: string): Promise<void> {
  await clinic.people.org_admin.client
    .rpc('pm_enroll_patient', { group_definition_id: groupId, patient_id: patientId })
    .throwOnError();
}

/** Takes one patient off the roster or the waitlist in the name of the clinic's admin. */
export async function disenroll(clinic: Clinic, groupId: string, patientId: string): Promise<void> {
  const { client } = clinic.people.org_admin;
  const { data } = await client
    .from('pm_group_enrollments')
    .select('id')
    .eq('group_definition_id', groupId)
    .eq('patient_id', patientId)
    .in('status', ['enrolled', 'waitlisted'])
    .single()
    .throwOnError();
  await client.rpc('pm_disenroll_patient', { enrollment_id: data.id }).throwOnError();
}
