import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { notifyDone } from '@/platform/ui';
import type { QuestionType } from '../questions.schema';
import type { Draft, DraftQuestion } from './draft';
import { newQuestion, nextQuestionId } from './draft-model';
import { useOpenQuestions } from './open-questions';

/** The questions of the draft and what can be done with them; `said` is what a screen reader has to hear of it. */
export function useQuestions() {
  const { control, getValues } = useFormContext<Draft>();
  const { fields, insert, append, remove, move } = useFieldArray({ control, name: 'questions', keyName: 'key' });
  const { open } = useOpenQuestions();
  const [said, setSaid] = useState('');
  // An id is never given twice: one that was removed may come back by undo.
  const everUsed = useRef(fields.map(({ questionId }) => questionId));

  function freshId(): string {
    const id = nextQuestionId(everUsed.current);
    everUsed.current.push(id);
    return id;
  }

  /** Puts a question in and goes to its text. */
  function place(question: DraftQuestion, index: number) {
    flushSync(() => {
      insert(index, question, { shouldFocus: false });
      open([question.questionId]);
    });
    document.getElementsByName(`questions.${index}.text`).item(0)?.focus();
  }

  return {
    fields,
    said,
    add: (type: QuestionType) => place(newQuestion(freshId(), type), getValues('questions').length),
    duplicate: (index: number) => {
      const copied = getValues(`questions.${index}`);
      place({ ...structuredClone(copied), questionId: freshId() }, index + 1);
    },
    move: (from: number, to: number) => {
      flushSync(() => move(from, to));
      setSaid(`Question ${from + 1} is now question ${to + 1} of ${fields.length}.`);
    },
    remove: (index: number) => {
      const removed = getValues(`questions.${index}`);
      remove(index);
      notifyDone({
        message: `Question ${index + 1} was removed.`,
        undo: { onUndo: () => bringBack(removed, index) },
      });
    },
  };

  function bringBack(question: DraftQuestion, index: number) {
    const count = getValues('questions').length;
    if (index >= count) append(question, { shouldFocus: false });
    else insert(index, question, { shouldFocus: false });
  }
}

export type Questions = ReturnType<typeof useQuestions>;
