import type { ScaleQuestion } from '../questions.schema';

/** A scale goes by whole numbers, in steps of one unless it says otherwise. */
export function scaleValues({ min, max, step }: Pick<ScaleQuestion, 'min' | 'max' | 'step'>): number[] {
  const by = step && step > 0 ? step : 1;
  const count = Math.max(0, Math.floor((max - min) / by) + 1);
  // One hundred steps are the most that the server takes; what is being typed in the editor may ask for more.
  return Array.from({ length: Math.min(count, 101) }, (_, index) => min + index * by);
}

/** What the two ways to choose on a scale get. */
export interface ScaleProps {
  question: ScaleQuestion;
  values: readonly number[];
  /** Null while there is no answer. */
  value: number | null;
  onValue: (value: number) => void;
  readOnly: boolean;
  invalid: boolean;
}
