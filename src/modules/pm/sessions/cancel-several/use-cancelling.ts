import { useState } from 'react';
import { type ClosedDay, useAddClosedDays } from '@/platform/organizations';
import { describeError } from '@/platform/supabase/errors';
import type { Session } from '../session';
import { useCancelSessions } from './api/cancel-sessions';

/** What is to be done, as it was confirmed. */
export interface CancellingPlan {
  sessions: readonly Session[];
  reason: string;
  closedDays: readonly ClosedDay[];
}

export interface CancellingState {
  plan: CancellingPlan;
  running: boolean;
  /** By session; null where it was cancelled, words where it was not. Sessions that are not in it yet are still to come. */
  outcomes: Readonly<Record<string, string | null>>;
  /** Why the days could not be closed. */
  closingProblem: string | null;
}

/** Cancels what was confirmed and keeps what became of each, so that the rest can be tried again. */
export function useCancelling() {
  const cancellation = useCancelSessions();
  const closing = useAddClosedDays();
  const [state, setState] = useState<CancellingState | null>(null);

  async function run(plan: CancellingPlan, done: CancellingState['outcomes'] = {}) {
    setState({ plan, running: true, outcomes: done, closingProblem: null });
    await cancellation.mutateAsync({
      sessionIds: plan.sessions.map(({ id }) => id).filter((id) => done[id] !== null),
      reason: plan.reason,
      onPart: (part) =>
        setState(
          (present) =>
            present && {
              ...present,
              outcomes: {
                ...present.outcomes,
                ...Object.fromEntries(part.map(({ sessionId, problem }) => [sessionId, problem])),
              },
            },
        ),
    });
    const closingProblem = await close(plan.closedDays);
    setState((present) => present && { ...present, running: false, closingProblem });
  }

  async function close(days: readonly ClosedDay[]): Promise<string | null> {
    if (days.length === 0) return null;
    try {
      await closing.mutateAsync(days);
      return null;
    } catch (error) {
      return describeError(error).message;
    }
  }

  function retry() {
    if (!state) return;
    const { plan, outcomes, closingProblem } = state;
    void run({ ...plan, closedDays: closingProblem === null ? [] : plan.closedDays }, outcomes);
  }

  return { state, run, retry };
}
