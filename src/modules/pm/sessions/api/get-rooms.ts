import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { knownRooms } from '../availability';
import { sessionKeys } from './keys';

// Enough to know every room that is in use.
const RECENT = 1000;

/** The rooms that groups meet in and that the latest sessions are planned for, each once, in order. */
async function getRooms(organizationId: string): Promise<string[]> {
  const [groups, sessions] = await Promise.all([
    supabase
      .from('pm_group_definitions')
      .select('location')
      .eq('organization_id', organizationId)
      .not('location', 'is', null)
      .throwOnError(),
    supabase
      .from('pm_group_schedule')
      .select('location')
      .eq('organization_id', organizationId)
      .not('location', 'is', null)
      .order('starts_at', { ascending: false })
      .limit(RECENT)
      .throwOnError(),
  ]);
  return knownRooms([...groups.data, ...sessions.data].map(({ location }) => location));
}

export function roomsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: sessionKeys.rooms(organizationId),
    queryFn: () => getRooms(organizationId),
    staleTime: 5 * 60_000,
  });
}
