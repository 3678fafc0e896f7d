import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Member, useMembers, useOrganization } from '@/platform/organizations';
import { type Permission, PM_PERMISSIONS } from '@/platform/permissions';
import { rolesWithQueryOptions } from './api/get-roles-with';

/** What deciding about a session takes. */
const APPROVING: readonly Permission[] = [PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT, PM_PERMISSIONS.GROUP_SCHEDULE_EDIT];

/** Active members whose roles hold all of the permissions, by name; undefined while it is read, or cannot be. */
export function useMembersWith(permissions: readonly Permission[]): readonly Member[] | undefined {
  const { id } = useOrganization();
  const { data: members } = useMembers();
  const { data: roles } = useQuery(rolesWithQueryOptions(id, permissions));
  return useMemo(
    () => members && roles && members.filter(({ role, status }) => status === 'active' && roles.includes(role.id)),
    [members, roles],
  );
}

interface Led {
  facilitator_id: string | null;
  co_facilitator_id: string | null;
}

/** The names of those who may approve a session: nobody decides about one that they lead. */
export function useApprovers({ facilitator_id, co_facilitator_id }: Led): readonly string[] | undefined {
  return useMembersWith(APPROVING)
    ?.filter(({ id }) => id !== facilitator_id && id !== co_facilitator_id)
    .map(({ full_name, email }) => full_name || email);
}
