import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupOptionsQueryOptions } from '@/modules/pm/sessions';
import { useMembers, useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, useRoles } from '@/platform/permissions';

/** Who may lead sessions: active people who lead a group already, or whose role takes attendance. */
export function useLeaders(): readonly { value: string; label: string }[] {
  const { id } = useOrganization();
  const { data: members } = useMembers();
  const { data: roles } = useRoles();
  const { data: groups } = useQuery(groupOptionsQueryOptions(id));
  return useMemo(() => {
    const leading = new Set(groups?.flatMap((group) => [group.facilitator_id, group.co_facilitator_id]));
    const able = new Set(
      roles
        ?.filter(({ permissions }) => permissions.includes(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT))
        .map((role) => role.id),
    );
    return (members ?? [])
      .filter(({ id: person, status, role }) => status === 'active' && (leading.has(person) || able.has(role.id)))
      .map(({ id: value, full_name, email }) => ({ value, label: full_name || email }));
  }, [members, roles, groups]);
}
