import { useCallback } from 'react';
import { type Session, type Slot, sessionName } from '@/modules/pm/sessions';
import { formatSessionTime } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { useMoveSession } from './api/move-session';

/** What happens when a session was dragged: it is saved, and the toast says where it is and offers to take that back. */
export function useMoveInCalendar(sessions: readonly Session[]) {
  const { mutateAsync } = useMoveSession();
  return useCallback(
    async (sessionId: string, to: Slot) => {
      const session = sessions.find(({ id }) => id === sessionId);
      if (!session) return;
      const from: Slot = {
        date: session.session_date,
        start: session.start_time.slice(0, 5),
        end: session.end_time.slice(0, 5),
      };
      try {
        await mutateAsync({ sessionId, to });
        notifyDone({
          message: `${sessionName(session)} is now on ${spoken(to)}.`,
          undo: { onUndo: () => mutateAsync({ sessionId, to: from }) },
        });
      } catch (error) {
        notifyProblem(error);
      }
    },
    [sessions, mutateAsync],
  );
}

function spoken({ date, start, end }: Slot): string {
  // Wall clock in, wall clock out: no zone has a part in it.
  return formatSessionTime(`${date}T${start}Z`, `${date}T${end}Z`, 'UTC');
}
