import classes from './question-fields.module.css';
import type { ScaleProps } from './scale-values';

/** A scale of many numbers. Until it is touched there is no answer, wherever the thumb stands. */
export function ScaleSlider({ question, values, value, onValue, readOnly, invalid }: ScaleProps) {
  const { min, max, step } = question;
  const middle = values[Math.floor(values.length / 2)] ?? min;
  const take = (slider: HTMLInputElement) => onValue(Number(slider.value));
  return (
    <div className={classes.sliding}>
      <input
        type="range"
        className={classes.slider}
        data-unanswered={value === null || undefined}
        min={min}
        max={max}
        step={step ?? 1}
        value={value ?? middle}
        onChange={(event) => take(event.currentTarget)}
        // Who wants just the middle where it stands taps it, and it does not change.
        onClick={(event) => take(event.currentTarget)}
        disabled={readOnly}
        aria-label={question.text}
        aria-valuetext={value === null ? 'Not answered yet' : String(value)}
        aria-invalid={invalid || undefined}
      />
      <output className={classes.chosen}>{value ?? '–'}</output>
    </div>
  );
}
