import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { Group } from './api/get-group';
import { OverCapacityNotice } from './over-capacity-notice';
import { UnderMinimumNotice } from './under-minimum-notice';
import { lackingPatients, tooManyPatients } from './watch-sentences';

/** What asks for a decision about a group's seats, before the next session; nothing where all is well. */
export function SeatNotices({ group }: { group: Group }) {
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW)) return null;
  if (tooManyPatients(group) > 0) return <OverCapacityNotice group={group} />;
  if (lackingPatients(group) > 0) return <UnderMinimumNotice group={group} />;
  return null;
}
