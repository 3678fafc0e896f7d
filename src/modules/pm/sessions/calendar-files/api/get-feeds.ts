import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { supabase } from '@/platform/supabase/client';
import { feedKeys } from './keys';

export const FEED_SCOPES = ['mine', 'all'] as const;

const feedsSchema = z.array(z.object({ id: z.string(), scope: z.enum(FEED_SCOPES), created_at: z.string() }));

/** The person's own calendar links in an organization; the secret in them is nobody's to read again. */
async function getFeeds(organizationId: string) {
  const { data } = await supabase
    .from('pm_calendar_feeds')
    .select('id, scope, created_at')
    .eq('organization_id', organizationId)
    .order('scope', { ascending: false })
    .throwOnError();
  return feedsSchema.parse(data);
}

export type Feed = Awaited<ReturnType<typeof getFeeds>>[number];

export type FeedScope = Feed['scope'];

export function feedsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: feedKeys.list(organizationId),
    queryFn: () => getFeeds(organizationId),
    // Another window may have renewed a link.
    staleTime: 0,
  });
}
