import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import type { InvitationFields } from '../members/invitation.schema';
import { useOrganization } from '../organization-context';

const createdSchema = z.object({ id: z.string(), token: z.string(), expires_at: z.string() });

/** Invites an e-mail address; answers the token, which the server tells this once only, and when it expires. */
export async function createInvitation(organizationId: string, invitation: InvitationFields) {
  const { data } = await supabase
    .rpc('pf_create_invitation', { organization_id: organizationId, ...invitation })
    .throwOnError();
  return createdSchema.parse(data);
}

export function useCreateInvitation() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (invitation: InvitationFields) => createInvitation(id, invitation),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'members') }),
    // The token is a secret: it must not stay in the cache of mutations.
    gcTime: 0,
  });
}
