import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { patientName } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { Contact } from '../contacts/contact';
import { groupKeys } from './keys';
import { readPatients } from './read-patients';

/** A session of a group with everybody on its roster; null when there is none such. Records that may not be seen are missing. */
async function getSessionContacts(organizationId: string, groupId: string, sessionId: string) {
  if (!z.uuid().safeParse(sessionId).success || !z.uuid().safeParse(groupId).success) return null;
  const { data: session } = await supabase
    .from('pm_group_schedule')
    .select('id, session_date, starts_at, ends_at, status, cancellation_reason, facilitator_id, co_facilitator_id')
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .eq('id', sessionId)
    .maybeSingle()
    .throwOnError();
  if (!session) return null;
  const { data: roster } = await supabase
    .rpc('pm_session_roster', { session_id: sessionId })
    .select('patient_id')
    .throwOnError();
  const patients = await readPatients(
    organizationId,
    roster.map(({ patient_id }) => patient_id),
  );
  const contacts: Contact[] = [...patients.values()]
    .map((patient) => ({ ...patient, sortName: `${patient.last_name} ${patient.first_name}` }))
    .sort((one, other) => one.sortName.localeCompare(other.sortName))
    .map((patient) => ({ id: patient.id, name: patientName(patient), phone: patient.phone, email: patient.email }));
  return { session, contacts, hidden: roster.length - contacts.length };
}

function sessionContactsQueryOptions(organizationId: string, groupId: string, sessionId: string) {
  return queryOptions({
    queryKey: groupKeys.sessionContacts(organizationId, { groupId, sessionId }),
    queryFn: () => getSessionContacts(organizationId, groupId, sessionId),
  });
}

export function useSessionContacts(groupId: string, sessionId: string) {
  return useQuery(sessionContactsQueryOptions(useOrganization().id, groupId, sessionId));
}
