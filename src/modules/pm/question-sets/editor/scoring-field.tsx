import { Switch } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import type { Draft } from './draft';

/** Whether the answers make a score. */
export function ScoringField() {
  const { control } = useFormContext<Draft>();
  return (
    <Controller
      control={control}
      name="scoring"
      render={({ field: { value, onChange, ...field } }) => (
        <Switch
          {...field}
          label="Add the answers up to a score"
          description="For a measure. Each answer gets a number, and bands say what a score means."
          checked={value === 'sum'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'sum' : 'none')}
        />
      )}
    />
  );
}
