import { useUser } from '@/platform/auth';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { Viewer } from './powers';

/** Who looks, for what a session policy allows them. */
export function useViewer(): Viewer {
  const { id: userId } = useUser();
  const { can } = usePermissions();
  return {
    userId,
    editsGroups: can(PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT),
    createsSessions: can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE),
    editsSessions: can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT),
  };
}
