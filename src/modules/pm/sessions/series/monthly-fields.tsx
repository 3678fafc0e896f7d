import { Group, Select, Text } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { WEEKDAYS } from '@/platform/recurrence/rule';
import type { RuleForm } from '@/platform/recurrence/rule-form.schema';
import { nthWords, WEEKDAY_NAMES } from '@/platform/recurrence/rule-words';

const MONTH_DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1];
const NTHS = [1, 2, 3, 4, 5, -1];

/** A day of the month by its number, or by its weekday. */
export function MonthlyFields({ form }: { form: UseFormReturn<RuleForm> }) {
  const { control } = form;
  const [monthly, monthDay, nth] = useWatch({ control, name: ['monthly', 'monthDay', 'nth'] });
  return (
    <>
      <Group gap="xs" wrap="nowrap" grow preventGrowOverflow={false}>
        <Controller
          control={control}
          name="monthly"
          render={({ field }) => (
            <Select
              {...field}
              aria-label="On what of the month"
              allowDeselect={false}
              data={[
                { value: 'weekday', label: 'Weekday' },
                { value: 'day', label: 'Date' },
              ]}
            />
          )}
        />
        {monthly === 'day' ? (
          <Controller
            control={control}
            name="monthDay"
            render={({ field }) => (
              <Select
                {...field}
                value={String(field.value)}
                onChange={(day) => field.onChange(Number(day))}
                aria-label="Day of the month"
                allowDeselect={false}
                data={MONTH_DAYS.map((day) => ({ value: `${day}`, label: day === -1 ? 'last day' : nthWords(day) }))}
              />
            )}
          />
        ) : (
          <>
            <Controller
              control={control}
              name="nth"
              render={({ field }) => (
                <Select
                  {...field}
                  value={String(field.value)}
                  onChange={(which) => field.onChange(Number(which))}
                  aria-label="Which of the month"
                  allowDeselect={false}
                  data={NTHS.map((which) => ({ value: `${which}`, label: nthWords(which) }))}
                />
              )}
            />
            <Controller
              control={control}
              name="nthDay"
              render={({ field }) => (
                <Select
                  {...field}
                  aria-label="Weekday"
                  allowDeselect={false}
                  data={WEEKDAYS.map((day) => ({ value: day, label: WEEKDAY_NAMES[day] }))}
                />
              )}
            />
          </>
        )}
      </Group>
      {(monthly === 'day' ? monthDay > 28 : nth === 5) && (
        <Text size="xs" c="dimmed">
          Months that have none are passed over.
        </Text>
      )}
    </>
  );
}
