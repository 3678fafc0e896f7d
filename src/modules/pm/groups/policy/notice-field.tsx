import { Group, Input, NumberInput, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { NOTICE_UNITS, type PolicyFormValues } from './policy-form.schema';

/** How long before its start a session is put on the calendar at the latest, in hours or days. */
export function NoticeField() {
  const { control } = useFormContext<PolicyFormValues>();
  const inputId = useId();
  return (
    <Controller
      control={control}
      name="notice"
      render={({ field, fieldState }) => (
        <Input.Wrapper
          id={inputId}
          label="Advance notice"
          description="At least so long before it starts. 0 for none. Starting a session on the spot needs no notice."
          error={fieldState.error?.message}
        >
          <Group gap="xs" mt={6}>
            <NumberInput
              {...field}
              id={inputId}
              value={Number.isNaN(field.value) ? '' : field.value}
              onChange={(value) => field.onChange(typeof value === 'number' ? value : Number.NaN)}
              min={0}
              max={8760}
              clampBehavior="none"
              allowDecimal={false}
              allowNegative={false}
              w={110}
            />
            <Controller
              control={control}
              name="notice_unit"
              render={({ field: unit }) => (
                <SegmentedControl
                  value={unit.value}
                  onChange={unit.onChange}
                  aria-label="Notice in hours or days"
                  data={NOTICE_UNITS.map((value) => ({ value, label: value }))}
                />
              )}
            />
          </Group>
        </Input.Wrapper>
      )}
    />
  );
}
