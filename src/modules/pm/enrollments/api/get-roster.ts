import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { PATIENT_IDENTITY_COLUMNS } from '../patient-identity';
import { makeRoster, type Roster } from '../roster-model';
import { waitingSchema } from '../waiting.schema';
import { enrollmentKeys } from './keys';

/** Seats and waitlist of a group with the capacity they are measured against, read together. */
async function getRoster(organizationId: string, groupId: string): Promise<Roster> {
  const [group, live, waiting] = await Promise.all([
    supabase
      .from('pm_group_definitions')
      .select('id, name, group_code, group_type, status, max_capacity, min_capacity')
      .eq('organization_id', organizationId)
      .eq('id', groupId)
      .single()
      .throwOnError(),
    supabase
      .from('pm_group_enrollments')
      .select(
        `id, status, patient_id, starts_on, waitlist_position, enrolled_at, waitlisted_at, patient:pm_patients(${PATIENT_IDENTITY_COLUMNS}, phone)`,
      )
      .eq('organization_id', organizationId)
      .eq('group_definition_id', groupId)
      .neq('status', 'disenrolled')
      .order('status')
      .order('waitlist_position')
      .throwOnError(),
    supabase.rpc('pm_waitlist', { group_definition_id: groupId }).throwOnError(),
  ]);
  return makeRoster(group.data, live.data, z.array(waitingSchema).parse(waiting.data));
}

export function rosterQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: enrollmentKeys.roster(organizationId, groupId),
    queryFn: () => getRoster(organizationId, groupId),
    // Others take seats while this window is open; it is looked at again whenever it comes to the front.
    staleTime: 0,
  });
}

/** The group's roster and waitlist. */
export function useRoster(groupId: string) {
  return useQuery(rosterQueryOptions(useOrganization().id, groupId));
}

/** The roster after a change, not one read before it; null when it cannot be read (the change stands nevertheless). */
export async function readRosterAfterChange(
  queryClient: QueryClient,
  organizationId: string,
  groupId: string,
): Promise<Roster | null> {
  const options = rosterQueryOptions(organizationId, groupId);
  await queryClient.cancelQueries(options);
  return queryClient.fetchQuery(options).catch(() => null);
}
