import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

/** What the person may do about the seats of a group as a whole; the server decides. */
export function useGroupPowers() {
  const { can } = usePermissions();
  const enrolls = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE) && can(PM_PERMISSIONS.PATIENTS_VIEW);
  return {
    mayInvite: enrolls,
    mayMerge: can(PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT) && can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT) && enrolls,
    mayCancelNext:
      can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW) &&
      can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE) &&
      can(PM_PERMISSIONS.PATIENTS_VIEW),
    mayMoveSeats: can(PM_PERMISSIONS.GROUP_ENROLLMENTS_EDIT),
    mayClone: can(PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE),
    mayDelete: can(PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE),
  };
}
