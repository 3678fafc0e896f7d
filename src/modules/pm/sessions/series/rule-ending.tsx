import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';
import { formatDate } from '@/platform/time';

interface RuleEndingProps {
  form: UseFormReturn<RuleForm>;
  groupEnd: string | null;
}

/** After so many sessions, on a date, with the group, or open. */
export function RuleEnding({ form, groupEnd }: RuleEndingProps) {
  const { control } = form;
  const ending = useWatch({ control, name: 'ending' });
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Controller
        control={control}
        name="ending"
        render={({ field }) => (
          <Select
            {...field}
            label="Ends"
            allowDeselect={false}
            data={[
              { value: 'count', label: 'After a number' },
              { value: 'until', label: 'On a date' },
              ...(groupEnd || ending === 'group'
                ? [{ value: 'group', label: groupEnd ? `With the group, ${formatDate(groupEnd)}` : 'With the group' }]
                : []),
              { value: 'never', label: 'Open' },
            ]}
          />
        )}
      />
      {ending === 'count' && (
        <Controller
          control={control}
          name="count"
          render={({ field, fieldState }) => (
            <NumberInput
              {...field}
              onChange={(value) => field.onChange(typeof value === 'number' ? value : '')}
              label="Sessions"
              min={1}
              max={500}
              clampBehavior="none"
              allowDecimal={false}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
      {ending === 'until' && (
        <Controller
          control={control}
          name="until"
          render={({ field, fieldState }) => (
            <DateInput
              {...field}
              value={field.value || null}
              onChange={(date) => field.onChange(date ?? '')}
              label="Last possible date"
              valueFormat="ddd, MMM D, YYYY"
              firstDayOfWeek={0}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </SimpleGrid>
  );
}
