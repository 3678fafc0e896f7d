import { useFormContext, useWatch } from 'react-hook-form';
import type { Draft } from './draft';
import { SwitchField } from './switch-field';

/** Whether the number counts into the score; nothing where there is none. */
export function ScoredField({ index }: { index: number }) {
  const { control } = useFormContext<Draft>();
  const scoring = useWatch({ control, name: 'scoring' });
  return scoring === 'sum' ? (
    <SwitchField name={`questions.${index}.scored`} label="The number counts into the score" />
  ) : null;
}
