import { Switch } from '@mantine/core';
import { Controller, type FieldPathByValue, useFormContext } from 'react-hook-form';
import type { Draft } from './draft';

interface SwitchFieldProps {
  name: FieldPathByValue<Draft, boolean>;
  label: string;
}

/** Yes or no in the draft. */
export function SwitchField({ name, label }: SwitchFieldProps) {
  const { control } = useFormContext<Draft>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Switch {...field} label={label} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      )}
    />
  );
}
