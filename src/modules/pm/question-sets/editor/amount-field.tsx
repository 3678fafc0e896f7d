import { NumberInput, type NumberInputProps } from '@mantine/core';
import { Controller, type FieldPathByValue, useFormContext } from 'react-hook-form';
import type { Draft } from './draft';

type AmountPath = FieldPathByValue<Draft, number | null>;

interface AmountFieldProps extends Pick<NumberInputProps, 'label' | 'description' | 'aria-label' | 'w' | 'maw'> {
  name: AmountPath;
  /** Fields whose being right hangs on this one. */
  deps?: AmountPath | 'bands';
  /** What an emptied field stands for; null unless another is given. */
  whenEmpty?: number;
  allowDecimal?: boolean;
}

/** A number of the draft. */
export function AmountField({ name, deps, whenEmpty, ...rest }: AmountFieldProps) {
  const { control } = useFormContext<Draft>();
  return (
    <Controller
      control={control}
      name={name}
      rules={deps ? { deps } : {}}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          {...rest}
          value={field.value ?? ''}
          onChange={(value) => field.onChange(typeof value === 'number' ? value : (whenEmpty ?? null))}
          // What is typed stays as typed, and the sentence below says what is wrong with it.
          clampBehavior="none"
          hideControls
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
