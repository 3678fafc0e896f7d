import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentKeys } from './keys';

/** Every enrollment of a patient, present and past, latest first; `place` on the waitlist where the patient waits. */
async function getPatientEnrollments(organizationId: string, patientId: string) {
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select(
      'id, status, starts_on, waitlist_position, waitlist_held_at, waitlist_held_until, waitlist_hold_reason, enrolled_at, waitlisted_at, disenrolled_at, disenroll_reason, created_at, transferred_from_id, group_definition_id, group:pm_group_definitions(id, name, group_code, group_type, status, max_capacity)',
    )
    .eq('organization_id', organizationId)
    .eq('patient_id', patientId)
    .order('created_at', { ascending: false })
    .throwOnError();
  return Promise.all(data.map(async (entry) => ({ ...entry, place: await placeOf(organizationId, entry) })));
}

interface Waiting {
  group_definition_id: string;
  waitlist_position: number | null;
}

/** The place, counted from 1: positions in the database have gaps. Null unless waiting. */
async function placeOf(organizationId: string, { group_definition_id, waitlist_position }: Waiting) {
  if (waitlist_position === null) return null;
  const { count } = await supabase
    .from('pm_group_enrollments')
    .select('id', { count: 'exact', head: true })
    .eq('organization_id', organizationId)
    .eq('group_definition_id', group_definition_id)
    .eq('status', 'waitlisted')
    .lte('waitlist_position', waitlist_position)
    .throwOnError();
  return count;
}

export type PatientEnrollment = Awaited<ReturnType<typeof getPatientEnrollments>>[number];

export function patientEnrollmentsQueryOptions(organizationId: string, patientId: string) {
  return queryOptions({
    queryKey: enrollmentKeys.ofPatient(organizationId, patientId),
    queryFn: () => getPatientEnrollments(organizationId, patientId),
  });
}

export function usePatientEnrollments(patientId: string) {
  return useQuery(patientEnrollmentsQueryOptions(useOrganization().id, patientId));
}
