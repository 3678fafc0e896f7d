import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { TextQuestion } from '../questions.schema';
import { type FieldProps, QuestionFrame } from './question-frame';

/** An answer in words of one's own. */
export function TextField({ question, answer, onAnswer, problem, readOnly }: FieldProps<TextQuestion>) {
  const id = useId();
  return (
    <QuestionFrame question={question} problem={problem} fieldId={id}>
      {({ describedBy, invalid }) => (
        <Textarea
          id={id}
          size="md"
          rows={4}
          resize="vertical"
          value={typeof answer === 'string' ? answer : ''}
          onChange={({ currentTarget: { value } }) => onAnswer(value === '' ? undefined : value)}
          readOnly={readOnly}
          required={question.required === true}
          error={invalid}
          aria-describedby={describedBy}
        />
      )}
    </QuestionFrame>
  );
}
