import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import type { Session } from '../session';
import { sessionKeys } from './keys';

type RosterSession = Pick<Session, 'group_definition_id' | 'session_date' | 'starts_at'>;

/**
 * Who was, is or will be enrolled on the session's date: from their `starts_on`, until they left.
 * `patient` is null for those who may see enrollments but no patients.
 */
async function getRoster(organizationId: string, session: RosterSession) {
  const begin = new Date(session.starts_at).toISOString();
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('id, patient:pm_patients(id, first_name, last_name, preferred_name, mrn)')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', session.group_definition_id)
    .lte('starts_on', session.session_date)
    .not('enrolled_at', 'is', null)
    .or(`status.eq.enrolled,disenrolled_at.gt.${begin}`)
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

export function rosterQueryOptions(organizationId: string, session: RosterSession) {
  const { group_definition_id, session_date, starts_at } = session;
  return queryOptions({
    queryKey: sessionKeys.roster(organizationId, { group_definition_id, session_date, starts_at }),
    queryFn: () => getRoster(organizationId, session),
  });
}
