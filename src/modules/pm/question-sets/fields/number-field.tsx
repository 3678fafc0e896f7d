import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { rangeWords } from '../answers/answer-problems';
import type { NumberQuestion } from '../questions.schema';
import { numberAnswer } from './number-answer';
import { type FieldProps, QuestionFrame } from './question-frame';

/** A number to be typed. What is typed stays as it is until it can be read; "7." becomes 7.5 with the next key. */
export function NumberField({ question, answer, onAnswer, problem, readOnly }: FieldProps<NumberQuestion>) {
  const id = useId();
  const [typed, setTyped] = useState(() => String(answer ?? ''));
  const shown = numberAnswer(typed) === answer ? typed : String(answer ?? '');
  const range = rangeWords(question.min, question.max);

  function type(text: string) {
    setTyped(text);
    onAnswer(numberAnswer(text));
  }

  return (
    <QuestionFrame
      question={question}
      problem={problem}
      fieldId={id}
      instruction={range === 'a number' ? undefined : `${range.charAt(0).toUpperCase()}${range.slice(1)}.`}
    >
      {({ describedBy, invalid }) => (
        <TextInput
          id={id}
          size="md"
          maw={200}
          inputMode={question.min !== null && question.min !== undefined && question.min >= 0 ? 'decimal' : 'text'}
          autoComplete="off"
          value={shown}
          onChange={(event) => type(event.currentTarget.value)}
          readOnly={readOnly}
          required={question.required === true}
          error={invalid}
          aria-describedby={describedBy}
        />
      )}
    </QuestionFrame>
  );
}
