import { Select, SimpleGrid } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { type UseFormReturn, useController } from 'react-hook-form';
import { knownRooms } from '../availability';
import { type Session, sessionName } from '../session';
import { usePeople } from '../use-people';
import type { CancelSeveralValues } from './cancel-several.schema';

interface CancelSeveralFieldsProps {
  form: UseFormReturn<CancelSeveralValues>;
  /** Of the chosen days: only what they have can be chosen from. */
  sessions: readonly Session[];
}

/** Which days, and optionally whose sessions, in which room, of which group. */
export function CancelSeveralFields({ form, sessions }: CancelSeveralFieldsProps) {
  const people = usePeople();
  const leaders = new Set(
    sessions.flatMap(({ facilitator_id, co_facilitator_id }) => [facilitator_id, co_facilitator_id]),
  );
  const rooms = knownRooms(sessions.map(({ location }) => location));
  const groups = new Map(sessions.map((session) => [session.group_definition_id, sessionName(session)]));

  function followFirst(before: string, after: string) {
    // A single day stays a single day.
    const last = form.getValues('last');
    if (last === before || last < after) form.setValue('last', after, { shouldValidate: form.formState.isSubmitted });
  }

  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <DayField form={form} name="first" label="First day" onPicked={followFirst} />
        <DayField form={form} name="last" label="Last day" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <FilterField
          form={form}
          name="facilitator"
          label="Led by"
          placeholder="Anybody"
          options={[...leaders].flatMap((id) => (id ? { value: id, label: people.nameOf(id) ?? '' } : []))}
        />
        <FilterField
          form={form}
          name="location"
          label="Location"
          placeholder="Any room"
          options={rooms.map((room) => ({ value: room, label: room }))}
        />
        <FilterField
          form={form}
          name="group"
          label="Group"
          placeholder="Any group"
          options={[...groups].map(([value, label]) => ({ value, label }))}
        />
      </SimpleGrid>
    </>
  );
}

interface DayFieldProps {
  form: UseFormReturn<CancelSeveralValues>;
  name: 'first' | 'last';
  label: string;
  onPicked?: (before: string, after: string) => void;
}

function DayField({ form, name, label, onPicked }: DayFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <DateInput
      {...field}
      value={field.value || null}
      onChange={(date) => {
        if (date) onPicked?.(field.value, date);
        field.onChange(date ?? '');
        if (form.formState.isSubmitted) void form.trigger(['first', 'last']);
      }}
      label={label}
      valueFormat="ddd, MMM D, YYYY"
      error={fieldState.error?.message}
      popoverProps={{ withinPortal: true }}
    />
  );
}

interface FilterFieldProps {
  form: UseFormReturn<CancelSeveralValues>;
  name: 'facilitator' | 'location' | 'group';
  label: string;
  placeholder: string;
  options: { value: string; label: string }[];
}

function FilterField({ form, name, label, placeholder, options }: FilterFieldProps) {
  const { field } = useController({ control: form.control, name });
  const sorted = options.toSorted((one, other) => one.label.localeCompare(other.label));
  // What was chosen stays chosen on days that do not have it, and is seen to be.
  const missing = field.value !== '' && !sorted.some(({ value }) => value === field.value);
  return (
    <Select
      {...field}
      value={field.value || null}
      onChange={(value) => field.onChange(value ?? '')}
      label={label}
      placeholder={placeholder}
      data={missing ? [...sorted, { value: field.value, label: 'None of the chosen days' }] : sorted}
      searchable
      clearable
      nothingFoundMessage="Nothing is called so"
      clearButtonProps={{ 'aria-label': `Clear: ${label}` }}
    />
  );
}
