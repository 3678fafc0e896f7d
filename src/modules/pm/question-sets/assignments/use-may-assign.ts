import { useUser } from '@/platform/auth';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

interface Led {
  facilitator_id: string | null;
  co_facilitator_id: string | null;
}

/** Whether the person may choose a group's question sets: who edits question sets in all groups, facilitators in theirs. */
export function useMayAssign(): (group: Led) => boolean {
  const { can } = usePermissions();
  const { id } = useUser();
  return (group) =>
    can(PM_PERMISSIONS.QUESTION_SETS_EDIT) ||
    (can(PM_PERMISSIONS.QUESTION_SETS_VIEW) && (group.facilitator_id === id || group.co_facilitator_id === id));
}
