import { type ReactNode, useId } from 'react';
import type { Answer, Question } from '../questions.schema';
import classes from './question-fields.module.css';

/** What the field of any type of question gets. */
export interface FieldProps<Kind extends Question> {
  question: Kind;
  answer: Answer | undefined;
  /** Undefined takes the answer back. */
  onAnswer: (answer: Answer | undefined) => void;
  problem: string | undefined;
  readOnly: boolean;
}

interface FrameProps {
  question: Question;
  problem: string | undefined;
  /** Takes the id of what describes the question, undefined for nothing. */
  children: (described: { describedBy: string | undefined; invalid: boolean }) => ReactNode;
  /** How to answer ("Choose all that apply."). */
  instruction?: string | undefined;
  /** Of the one field that the question names; absent when there are several, which the question is the legend of. */
  fieldId?: string;
}

/** A question with its words: the text, whether it must be answered, the help, and what is wrong with the answer. */
export function QuestionFrame({ question, problem, instruction, fieldId, children }: FrameProps) {
  const id = useId();
  const help = [question.help, instruction].filter(Boolean).join(' ');
  const helpId = help === '' ? undefined : `${id}-help`;
  const problemId = problem === undefined ? undefined : `${id}-problem`;
  const describedBy = [helpId, problemId].filter(Boolean).join(' ') || undefined;
  const words = (
    <>
      {/* Its own direction: what follows an Arabic question stands after it. */}
      <bdi>{question.text}</bdi>
      {question.required && <span className={classes.required}> (required)</span>}
    </>
  );
  const rest = (
    <>
      {helpId && (
        <p id={helpId} className={classes.help}>
          {help}
        </p>
      )}
      {children({ describedBy, invalid: problem !== undefined })}
      {problemId && (
        <p id={problemId} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
  if (fieldId) {
    return (
      <div id={questionAnchor(question)}>
        <label htmlFor={fieldId} className={classes.text}>
          {words}
        </label>
        {rest}
      </div>
    );
  }
  return (
    <fieldset id={questionAnchor(question)} className={classes.fieldset} aria-describedby={describedBy}>
      <legend className={classes.text}>{words}</legend>
      {rest}
    </fieldset>
  );
}

/** The id of a question's element, to lead people to the first one that still needs an answer. */
export function questionAnchor({ id }: Pick<Question, 'id'>): string {
  return `question-${id}`;
}
