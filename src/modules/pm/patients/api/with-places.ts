import { supabase } from '@/platform/supabase/client';
import { type LiveEnrollment, type LivePlace, livePlaces, type Waiting } from '../live-places';

/** Patients with their live groups and the places on waitlists; takes them as the server answers them. */
export async function withPlaces<Patient extends { enrollments: readonly LiveEnrollment[] }>(
  organizationId: string,
  patients: readonly Patient[],
  signal: AbortSignal,
): Promise<(Omit<Patient, 'enrollments'> & { places: readonly LivePlace[] })[]> {
  const all = patients.flatMap(({ enrollments }) => enrollments);
  const waiting = await getWaiting(organizationId, all, signal);
  return patients.map(({ enrollments, ...patient }) => ({ ...patient, places: livePlaces(enrollments, waiting) }));
}

/**
 * The waitlists of the groups in which some of these enrollments wait, in order of place: one request for a whole page.
 * A server gives 1,000 rows at most; further back nobody's place can be told.
 */
async function getWaiting(
  organizationId: string,
  enrollments: readonly LiveEnrollment[],
  signal: AbortSignal,
): Promise<Waiting[]> {
  const groupIds = new Set(
    enrollments.flatMap(({ status, group }) => (status === 'waitlisted' && group ? [group.id] : [])),
  );
  if (groupIds.size === 0) return [];
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('id, group_definition_id')
    .eq('organization_id', organizationId)
    .eq('status', 'waitlisted')
    .in('group_definition_id', [...groupIds])
    .order('waitlist_position')
    .limit(1000)
    .abortSignal(signal)
    .throwOnError();
  return data;
}
