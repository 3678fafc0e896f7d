import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { Group } from './api/get-group';
import { useSessionsToCome } from './api/get-sessions-to-come';
import type { Affected } from './status-meaning';

/** Who and what another status of the group touches, as far as the person may know. */
export function useAffected(group: Group): Affected {
  const sessionsToCome = useSessionsToCome(group.id);
  const seesSeats = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  return {
    enrolled: seesSeats ? group.patient_count : null,
    waiting: seesSeats ? group.waitlist_count : null,
    free: seesSeats ? Math.max(group.max_capacity - group.patient_count, 0) : 0,
    sessionsToCome,
  };
}
