import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '@/platform/supabase/client';
import { viewerTimezone } from '@/platform/time';
import { groupKeys } from './keys';

const groupsSchema = z.array(
  z.object({
    organization_id: z.guid(),
    organization_name: z.string(),
    organization_slug: z.string(),
    group_definition_id: z.guid(),
    name: z.string(),
    group_type: z.string(),
    is_leader: z.boolean(),
    may_create_session: z.boolean(),
    active_session_id: z.nullable(z.guid()),
    next_session_id: z.nullable(z.guid()),
    next_starts_at: z.nullable(z.string()),
  }),
);

/** A group of one of the person's organizations. */
export type MyGroup = z.output<typeof groupsSchema>[number] & {
  /** The clinic's IANA zone. */
  timezone: string;
};

/** The active groups that the signed-in person may see, those that they lead first. */
async function getMyGroups(signal: AbortSignal): Promise<MyGroup[]> {
  const [groups, organizations] = await Promise.all([
    supabase.rpc('pm_my_groups').abortSignal(signal).throwOnError(),
    supabase.from('pf_organizations').select('id, timezone').abortSignal(signal).throwOnError(),
  ]);
  const timezones = new Map(organizations.data.map(({ id, timezone }) => [id, timezone]));
  return groupsSchema
    .parse(groups.data)
    .map((group) => ({ ...group, timezone: timezones.get(group.organization_id) ?? viewerTimezone() }));
}

export const myGroupsQueryOptions = queryOptions({
  queryKey: groupKeys.mine,
  queryFn: ({ signal }) => getMyGroups(signal),
  // Without a network it fails in words, instead of waiting unseen for one.
  networkMode: 'always',
});
