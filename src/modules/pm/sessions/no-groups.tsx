import { IconUsersGroup } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState } from '@/platform/ui';

/** Why nothing can be scheduled: there is no active group, or none that may be seen. */
export function NoGroups() {
  const { can } = usePermissions();
  return can(PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW) ? (
    <EmptyState
      icon={IconUsersGroup}
      title="There is no active group yet"
      description="Sessions belong to a group. Create one under Groups, or set one to active."
    />
  ) : (
    <EmptyState
      icon={IconUsersGroup}
      title="Your role does not include groups"
      description="To schedule a session you have to see its group. An administrator can give your role access."
    />
  );
}
