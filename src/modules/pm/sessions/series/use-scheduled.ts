import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyDone } from '@/platform/ui';
import { useCancelSessions } from '../api/cancel-sessions';
import { APPROVAL_COMES } from '../policy/policy-words';
import type { ScheduledSeries } from './api/schedule-series';
import { plural } from './plan-model';

/**
 * Says that a series was scheduled and offers to take it back. Sessions do not vanish: taking back cancels them, which the
 * button says, and only those may who may cancel.
 */
export function useScheduledNotice() {
  const { can } = usePermissions();
  const cancellation = useCancelSessions();

  async function takeBack(sessionIds: readonly string[]) {
    const { cancelled, failed } = await cancellation.mutateAsync({ sessionIds, reason: 'Scheduled by mistake' });
    notifyDone({
      message: `${plural(cancelled, 'session')} cancelled: scheduled by mistake.${failed > 0 ? ` ${failed} could not be cancelled.` : ''}`,
    });
  }

  return ({ created }: ScheduledSeries, groupName: string) => {
    const ids = created.map(({ id }) => id);
    const waits = created.some(({ approval_status }) => approval_status === 'pending');
    const are = ids.length === 1 ? 'is' : 'are';
    const approval = ids.length === 1 ? ` ${APPROVAL_COMES}` : ' They wait for approval.';
    const message = `${plural(ids.length, 'session')} of ${groupName} ${are} scheduled.${waits ? approval : ''}`;
    if (ids.length === 0) return;
    if (can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE))
      notifyDone({ message, undo: { label: 'Cancel them', onUndo: () => takeBack(ids) } });
    else notifyDone({ message });
  };
}
