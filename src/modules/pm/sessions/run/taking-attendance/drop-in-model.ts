import { type Permission, PM_PERMISSIONS } from '@/platform/permissions';

/** Whether to offer booking somebody into the session; it takes one of two permissions, and seeing whom one books. */
export function mayAddDropIn(session: { status: string }, can: (permission: Permission) => boolean): boolean {
  const mayBook = can(PM_PERMISSIONS.GROUP_ATTENDANCE_EDIT) || can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE);
  return mayBook && can(PM_PERMISSIONS.PATIENTS_VIEW) && session.status !== 'cancelled';
}
