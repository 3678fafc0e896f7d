import classes from './import.module.css';
import { STEPS, type Step } from './use-import';

const LABELS: Readonly<Record<Step, string>> = {
  file: 'Choose a file',
  columns: 'Match columns',
  check: 'Check',
  import: 'Import',
};

/** Where the person is on the way. */
export function StepList({ step }: { step: Step }) {
  return (
    <ol className={classes.steps} aria-label="Steps of the import">
      {STEPS.map((name) => (
        <li key={name} aria-current={name === step ? 'step' : undefined} className={classes.step}>
          {LABELS[name]}
        </li>
      ))}
    </ol>
  );
}
