import { Input, SimpleGrid, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { Controller, type FieldError, type UseFormReturn, useWatch } from 'react-hook-form';
import { zoneLabelIfDifferent } from '@/platform/time';
import type { SessionFormValues } from './session-form.schema';
import { addMinutes, durationText, minutesBetween } from './wall-clock';

interface WhenFieldsProps {
  form: UseFormReturn<SessionFormValues>;
  timezone: string;
  dateLabel?: string | undefined;
}

/** Date, start and end on the organization's wall clock; a new start keeps the length. */
export function WhenFields({ form, timezone, dateLabel = 'Date' }: WhenFieldsProps) {
  const { control } = form;
  const { errors } = form.formState;
  const [start, end] = useWatch({ control, name: ['start_time', 'end_time'] });
  const length = minutesBetween(start, end);
  const zone = zoneLabelIfDifferent(timezone);

  function moveStart(before: string, after: string) {
    const kept = minutesBetween(before, form.getValues('end_time'));
    if (kept !== null && after !== '') form.setValue('end_time', addMinutes(after, kept), { shouldDirty: true });
    if (form.getValues('end_time') !== '') void form.trigger('end_time');
  }

  return (
    <div>
      {/* Above: the field gets the focus, and its calendar opens below. */}
      {[errors.session_date, errors.start_time].map(
        (error) =>
          error?.type === SERVER && (
            <Input.Error key={error.message} role="alert" mb={6}>
              {error.message}
            </Input.Error>
          ),
      )}
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
        <Controller
          control={control}
          name="session_date"
          render={({ field, fieldState }) => (
            <DateInput
              {...field}
              value={field.value || null}
              onChange={(date) => field.onChange(date ?? '')}
              label={dateLabel}
              valueFormat="ddd, MMM D, YYYY"
              firstDayOfWeek={0}
              error={shortError(fieldState.error)}
              popoverProps={{ withinPortal: true }}
              style={{ gridColumn: 'span 2' }}
            />
          )}
        />
        <Controller
          control={control}
          name="start_time"
          render={({ field, fieldState }) => (
            <ClockField
              label="Start"
              value={field.value}
              error={shortError(fieldState.error)}
              onBlur={field.onBlur}
              onChange={(time) => {
                moveStart(field.value, time);
                field.onChange(time);
              }}
            />
          )}
        />
        <Controller
          control={control}
          name="end_time"
          render={({ field, fieldState }) => (
            <ClockField
              label="End"
              value={field.value}
              error={fieldState.error?.message}
              onBlur={field.onBlur}
              onChange={field.onChange}
            />
          )}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={4}>
        {[length !== null && durationText(length), zone].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

/** What `setServerError` gives a refusal. */
const SERVER = 'server';

/** A refusal of the server is a sentence or two, which stands above the fields: they are narrow. */
function shortError(error: FieldError | undefined): string | boolean {
  return error?.type === SERVER || (error?.message ?? false);
}

interface ClockFieldProps {
  label: string;
  value: string;
  error: string | boolean | undefined;
  onChange: (time: string) => void;
  onBlur: () => void;
}

function ClockField({ label, value, error, onChange, onBlur }: ClockFieldProps) {
  return (
    <TimePicker
      label={label}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      onBlur={onBlur}
      error={error}
      format="12h"
      minutesStep={5}
      withDropdown
      hoursInputLabel={`${label}, hours`}
      minutesInputLabel={`${label}, minutes`}
      amPmInputLabel={`${label}, AM or PM`}
    />
  );
}
