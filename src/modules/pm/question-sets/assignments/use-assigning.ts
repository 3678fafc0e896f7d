import { notifyDone, notifyProblem } from '@/platform/ui';
import { useAssignQuestionSet } from '../api/assign-question-set';
import { useUnassignQuestionSet } from '../api/unassign-question-set';

/** A group and a question set, with the names to speak of them. */
export interface Pair {
  groupId: string;
  groupName: string;
  questionSetId: string;
  title: string;
}

/** Gives question sets to groups and takes them back; each is said in a toast that offers undo, and so is a refusal. */
export function useAssigning() {
  const assignment = useAssignQuestionSet();
  const unassignment = useUnassignQuestionSet();

  async function assign(pair: Pair): Promise<void> {
    await said(
      () => assignment.mutateAsync({ ...pair, isCheckIn: false }),
      `${pair.groupName} now uses ${pair.title}.`,
      () => unassignment.mutateAsync(pair),
    );
  }

  /** `before`: the set that every session asks so far. */
  async function setCheckIn(pair: Pair, isCheckIn: boolean, before: Pair | null): Promise<void> {
    const instead = isCheckIn && before ? ` instead of ${before.title}` : '';
    const done = isCheckIn
      ? `Every session of ${pair.groupName} now begins with ${pair.title}${instead}.`
      : `${pair.title} is no longer part of every session of ${pair.groupName}.`;
    const back = isCheckIn && before ? { ...before, isCheckIn: true } : { ...pair, isCheckIn: !isCheckIn };
    await said(
      () => assignment.mutateAsync({ ...pair, isCheckIn }),
      done,
      () => assignment.mutateAsync(back),
    );
  }

  async function unassign(pair: Pair, isCheckIn: boolean): Promise<void> {
    await said(
      () => unassignment.mutateAsync(pair),
      `${pair.groupName} no longer uses ${pair.title}.`,
      () => assignment.mutateAsync({ ...pair, isCheckIn }),
    );
  }

  return { assign, setCheckIn, unassign, isRunning: assignment.isPending || unassignment.isPending };
}

async function said(act: () => Promise<unknown>, message: string, onUndo: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    notifyDone({ message, undo: { onUndo } });
  } catch (error) {
    notifyProblem(error);
  }
}
