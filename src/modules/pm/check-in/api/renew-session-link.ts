import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { sessionLinkQueryOptions } from './get-session-link';

/** Makes a new link for a session; whoever has the old one cannot join with it any more. */
export function useRenewSessionLink(sessionId: string) {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useMutation({
    mutationFn: async () => {
      const { data } = await supabase.rpc('pm_renew_session_link', { session_id: sessionId }).throwOnError();
      return data.share_token;
    },
    onSuccess: (token) => queryClient.setQueryData(sessionLinkQueryOptions(id, sessionId).queryKey, token),
  });
}
