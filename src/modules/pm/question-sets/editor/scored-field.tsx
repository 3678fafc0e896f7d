import { Switch } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Draft } from './draft';

/** Whether the number counts into the score; nothing where there is none. */
export function ScoredField({ index }: { index: number }) {
  const { register, control } = useFormContext<Draft>();
  const scoring = useWatch({ control, name: 'scoring' });
  if (scoring !== 'sum') return null;
  return <Switch label="The number counts into the score" {...register(`questions.${index}.scored`)} />;
}
