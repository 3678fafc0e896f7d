import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { FEED_SCOPES, type FeedScope } from './get-feeds';
import { feedKeys } from './keys';

const createdSchema = z.object({ scope: z.enum(FEED_SCOPES), token: z.string() });

/** Makes a calendar link, or renews it: the one before stops at once. The token is told this once only. */
async function createFeed(organizationId: string, scope: FeedScope) {
  const { data } = await supabase
    .rpc('pm_create_calendar_feed', { organization_id: organizationId, scope })
    .throwOnError();
  return createdSchema.parse(data);
}

export type CreatedFeed = Awaited<ReturnType<typeof createFeed>>;

export function useCreateFeed() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (scope: FeedScope) => createFeed(id, scope),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: feedKeys.list(id) }),
    // The token is a secret: it must not stay in the cache of mutations.
    gcTime: 0,
  });
}
