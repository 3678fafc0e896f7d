import { useCallback, useState } from 'react';
import {
  APPROVAL_COMES,
  type SeriesScope,
  type Session,
  type Slot,
  sessionName,
  useChangeSeries,
} from '@/modules/pm/sessions';
import { describeError } from '@/platform/supabase/errors';
import { formatSessionTime } from '@/platform/time';
import { notifyDone, notifyProblem, notifyProblemWithAction } from '@/platform/ui';
import { useMoveSession } from './move-session';
import { canMoveSeries, seriesMove, seriesMoved, slotOfSession } from './series-move';

/** Which sessions a drag is for; null when the person thought better of it. */
export type MoveScope = 'this' | SeriesScope | null;

/** A session was dropped, and it has to be asked what becomes of its series. */
export interface MoveQuestion {
  session: Session;
  to: Slot;
  putBack: () => void;
}

/**
 * What happens when a session was dragged: it is saved, and the toast says where it is and offers to take that back. One of a
 * series waits for an answer to `question` first. Where people or the room are taken, the toast offers to do it anyway.
 */
export function useMoveInCalendar(sessions: readonly Session[]) {
  const { mutateAsync: moveOne } = useMoveSession();
  const { mutateAsync: changeSeries } = useChangeSeries();
  const [question, setQuestion] = useState<MoveQuestion | null>(null);

  const moveThis = useCallback(
    async (session: Session, to: Slot, override?: boolean) => {
      const before = { to: slotOfSession(session), override: session.conflict_override };
      const sessionId = session.id;
      try {
        const waits = await moveOne({ sessionId, to, override });
        notifyDone({
          message: `${sessionName(session)} is now on ${spoken(to)}.${waits ? ` ${APPROVAL_COMES}` : ''}`,
          undo: { onUndo: () => moveOne({ sessionId, ...before }) },
        });
      } catch (error) {
        const taken = !override && describeError(error).code === 'SCHEDULE_CONFLICT';
        if (!taken) notifyProblem(error);
        else notifyProblemWithAction(error, { label: 'Schedule anyway', onAct: () => moveThis(session, to, true) });
      }
    },
    [moveOne],
  );

  const moveSeries = useCallback(
    async ({ session, to, putBack }: MoveQuestion, scope: SeriesScope) => {
      const from = slotOfSession(session);
      const change = { sessionId: session.id, scope, skipConflicts: false };
      try {
        const result = await changeSeries({ ...change, changes: seriesMove(from, to) });
        notifyDone({
          message: seriesMoved(sessionName(session), result),
          undo: { onUndo: () => changeSeries({ ...change, changes: seriesMove(to, from) }) },
        });
      } catch (error) {
        putBack();
        notifyProblem(error);
      }
    },
    [changeSeries],
  );

  const move = useCallback(
    (sessionId: string, to: Slot, putBack: () => void) => {
      const session = sessions.find(({ id }) => id === sessionId);
      if (!session) return;
      if (canMoveSeries(session, to)) setQuestion({ session, to, putBack });
      else void moveThis(session, to);
    },
    [sessions, moveThis],
  );

  const answer = useCallback(
    (scope: MoveScope) => {
      setQuestion(null);
      if (!question) return;
      if (scope === null) question.putBack();
      else if (scope === 'this') void moveThis(question.session, question.to);
      else void moveSeries(question, scope);
    },
    [question, moveThis, moveSeries],
  );

  return { move, question, answer };
}

/** A slot in words, "Tue, Nov 24, 9:00 – 10:30 AM". */
export function spoken({ date, start, end }: Slot): string {
  // Wall clock in, wall clock out: no zone has a part in it.
  return formatSessionTime(`${date}T${start}Z`, `${date}T${end}Z`, 'UTC');
}
