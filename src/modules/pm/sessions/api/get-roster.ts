import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { sessionKeys } from './keys';

/**
 * Who has, or had, a seat on the session's date, each once.
 * `patient` is null for those who may see enrollments but no patients.
 */
async function getRoster(sessionId: string) {
  const { data } = await supabase
    .rpc('pm_session_roster', { session_id: sessionId })
    .select('id, patient:pm_patients(id, first_name, last_name, preferred_name, mrn)')
    .throwOnError();
  return data.map(({ id, patient }) => ({ id, patient: patient ?? null })).sort(byName);
}

export type RosterEntry = Awaited<ReturnType<typeof getRoster>>[number];

function byName(one: { patient: Named | null }, other: { patient: Named | null }): number {
  return sortName(one.patient).localeCompare(sortName(other.patient));
}

interface Named {
  first_name: string;
  last_name: string;
}

function sortName(patient: Named | null): string {
  return patient ? `${patient.last_name} ${patient.first_name}` : '';
}

export function rosterQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: sessionKeys.roster(organizationId, sessionId),
    queryFn: () => getRoster(sessionId),
  });
}
