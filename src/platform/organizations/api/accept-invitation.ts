import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';

/** Joins the organization that the token of an invitation stands for; answers its row. */
async function acceptInvitation(token: string) {
  const { data } = await supabase.rpc('pf_accept_invitation', { token }).throwOnError();
  return data;
}

export function useAcceptInvitation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: acceptInvitation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['memberships'] }),
  });
}
