import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKey } from '@/platform/query';
import { useOrganization } from '../organization-context';
import { createInvitation } from './create-invitation';
import type { Invitation } from './get-invitations';
import { revokeInvitation } from './revoke-invitation';

/**
 * Makes a new link for an open invitation and ends the old one: only the link's hash is kept, so it cannot be shown again.
 * Throws when there is no new link; `problem` is why the old one could not be ended, or null. The new one must be shown then
 * too, because nobody could ask for it again.
 */
async function renewInvitation(organizationId: string, { id, email, role }: Invitation) {
  const created = await createInvitation(organizationId, { email, role_id: role.id });
  const problem = await revokeInvitation(organizationId, id).then(
    () => null,
    (error: unknown) => error ?? new Error('The earlier invitation was not revoked'),
  );
  return { ...created, problem };
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
