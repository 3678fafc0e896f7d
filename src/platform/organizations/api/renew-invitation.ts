import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { useOrganization } from '../organization-context';
import { createInvitation } from './create-invitation';
import type { Invitation } from './get-invitations';
import { revokeInvitation } from './revoke-invitation';

/** Makes a new link for an open invitation and ends the old one: only the link's hash is kept, so it cannot be shown again. */
async function renewInvitation(organizationId: string, { id, email, role }: Invitation) {
  const created = await createInvitation(organizationId, { email, role_id: role.id });
  await revokeInvitation(organizationId, id);
  return created;
}

export function useRenewInvitation() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (invitation: Invitation) => renewInvitation(id, invitation),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'members') }),
    // The token is a secret: it must not stay in the cache of mutations.
    gcTime: 0,
  });
}
