import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { feedKeys } from './keys';

/** Makes a calendar link worthless. */
async function revokeFeed(feedId: string): Promise<void> {
  await supabase.rpc('pm_revoke_calendar_feed', { feed_id: feedId }).throwOnError();
}

export function useRevokeFeed() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: revokeFeed,
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedKeys.list(id) }),
  });
}
