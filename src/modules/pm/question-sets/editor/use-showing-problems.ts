import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import { useFormContext } from 'react-hook-form';
import type { Draft } from './draft';
import { type DraftProblem, draftProblems } from './draft-problems';
import { useOpenQuestions } from './open-questions';

/** Opens the questions that something is wrong with, and goes to the first field of all that has to be mended. */
export function useShowingProblems(): () => void {
  const { getValues } = useFormContext<Draft>();
  const { open } = useOpenQuestions();
  return useCallback(() => {
    const draft = getValues();
    const problems = draftProblems(draft);
    // The fields of closed questions are not there to be gone to.
    flushSync(() => open(questionsWith(problems, draft)));
    const [first] = problems;
    if (first) document.getElementsByName(fieldName(first)).item(0)?.focus();
  }, [getValues, open]);
}

function questionsWith(problems: readonly DraftProblem[], draft: Draft): string[] {
  return problems.flatMap(({ path: [part, index] }) => {
    const question = part === 'questions' ? draft.questions[Number(index)] : undefined;
    return question ? [question.questionId] : [];
  });
}

/** What concerns all options has no field of its own: the first of them stands for it. */
function fieldName({ path }: DraftProblem): string {
  return path.join('.').replace(/\.options\.root$/, '.options.0.label');
}
