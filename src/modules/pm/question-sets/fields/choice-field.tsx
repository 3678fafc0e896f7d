import { useId } from 'react';
import type { ChoiceQuestion } from '../questions.schema';
import classes from './question-fields.module.css';
import { type FieldProps, QuestionFrame } from './question-frame';

/** One of several answers as radio buttons, or all that apply as checkboxes; the whole row is the target. */
export function ChoiceField({ question, answer, onAnswer, problem, readOnly }: FieldProps<ChoiceQuestion>) {
  const name = useId();
  const several = question.type === 'multiple';
  const chosen = Array.isArray(answer) ? answer : [answer];

  function choose(value: string, checked: boolean) {
    if (!several) return onAnswer(value);
    const kept = question.options
      .map((option) => option.value)
      .filter((each) => (each === value ? checked : chosen.includes(each)));
    onAnswer(kept.length === 0 ? undefined : kept);
  }

  return (
    <QuestionFrame question={question} problem={problem} instruction={several ? 'Choose all that apply.' : undefined}>
      {({ invalid }) => (
        <div className={classes.options}>
          {question.options.map(({ value, label }) => (
            <label key={value} className={classes.option}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={name}
                className={classes.mark}
                checked={chosen.includes(value)}
                onChange={(event) => choose(value, event.currentTarget.checked)}
                disabled={readOnly}
                required={!several && question.required === true}
                aria-invalid={invalid || undefined}
              />
              <span className={classes.label}>{label}</span>
            </label>
          ))}
        </div>
      )}
    </QuestionFrame>
  );
}
