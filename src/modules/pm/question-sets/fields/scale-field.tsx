import type { ScaleQuestion } from '../questions.schema';
import classes from './question-fields.module.css';
import { type FieldProps, QuestionFrame } from './question-frame';
import { ScaleSlider } from './scale-slider';
import { ScaleSteps } from './scale-steps';
import { scaleValues } from './scale-values';

/** More than these would be a wall of buttons on a phone. */
const MOST_STEPS = 21;

/** A number on a scale: a button for each, or a slider when there are many; both ends are named. */
export function ScaleField({ question, answer, onAnswer, problem, readOnly }: FieldProps<ScaleQuestion>) {
  const values = scaleValues(question);
  const Values = values.length > MOST_STEPS ? ScaleSlider : ScaleSteps;
  return (
    <QuestionFrame question={question} problem={problem}>
      {({ invalid }) => (
        <>
          <Values
            question={question}
            values={values}
            value={typeof answer === 'number' ? answer : null}
            onValue={onAnswer}
            readOnly={readOnly}
            invalid={invalid}
          />
          {(question.min_label || question.max_label) && (
            <div className={classes.ends}>
              <span>{endWords(question.min, question.min_label)}</span>
              <span className={classes.end}>{endWords(question.max, question.max_label)}</span>
            </div>
          )}
        </>
      )}
    </QuestionFrame>
  );
}

function endWords(value: number, label: string | null | undefined): string {
  return label ? `${value}: ${label}` : String(value);
}
