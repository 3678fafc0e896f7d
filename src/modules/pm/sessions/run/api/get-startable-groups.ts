import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { supabase } from '@/platform/supabase/client';
import { CREATION_PERMISSIONS } from '../../policy/session-policy';
import { runKeys } from './keys';

const HOUR = 3_600_000;

const creationSchema = z.enum(CREATION_PERMISSIONS);

/** The active groups with what decides whether one can start with them now: who leads them, and their sessions around now. */
async function getStartableGroups(organizationId: string) {
  const now = Date.now();
  const { data } = await supabase
    .from('pm_group_definitions')
    .select(
      'id, name, group_code, group_type, facilitator_id, co_facilitator_id, location, duration_minutes, session_creation_permission, session_approval_required, open:pm_group_schedule(id, status, starts_at, ends_at, location)',
    )
    .eq('organization_id', organizationId)
    .eq('status', 'active')
    .in('open.status', ['scheduled', 'active'])
    // One that waits for approval cannot start.
    .eq('open.approval_status', 'approved')
    // Back to yesterday: somebody may have forgotten to complete a session.
    .gte('open.starts_at', new Date(now - 24 * HOUR).toISOString())
    .lte('open.starts_at', new Date(now + 12 * HOUR).toISOString())
    .order('name')
    .order('starts_at', { referencedTable: 'open' })
    .throwOnError();
  return data.map((group) => ({
    ...group,
    session_creation_permission: creationSchema.parse(group.session_creation_permission),
  }));
}

export type StartableGroup = Awaited<ReturnType<typeof getStartableGroups>>[number];

export function startableGroupsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: runKeys.startable(organizationId),
    queryFn: () => getStartableGroups(organizationId),
    // Minutes decide here.
    staleTime: 5_000,
  });
}
