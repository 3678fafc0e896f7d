import { useId } from 'react';
import classes from './question-fields.module.css';
import type { ScaleProps } from './scale-values';

/** A scale as radio buttons that look like keys, each as large as a thumb. */
export function ScaleSteps({ question, values, value, onValue, readOnly, invalid }: ScaleProps) {
  const name = useId();
  return (
    <div className={classes.steps}>
      {values.map((each) => (
        <label key={each} className={classes.step}>
          <input
            type="radio"
            name={name}
            className={classes.hidden}
            checked={value === each}
            onChange={() => onValue(each)}
            disabled={readOnly}
            required={question.required === true}
            aria-invalid={invalid || undefined}
            aria-label={spokenStep(question, each)}
          />
          <span aria-hidden>{each}</span>
        </label>
      ))}
    </div>
  );
}

/** Without sight, the words at the ends belong to the numbers there. */
function spokenStep({ min, max, min_label, max_label }: ScaleProps['question'], value: number): string {
  const label = value === min ? min_label : value === max ? max_label : null;
  return label ? `${value}, ${label}` : String(value);
}
