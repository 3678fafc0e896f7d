import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { LocationInput } from './location-input';
import type { SessionFormValues } from './session-form.schema';
import type { People } from './use-people';
import { WhenFields } from './when-fields';

interface SessionFieldsProps {
  form: UseFormReturn<SessionFormValues>;
  timezone: string;
  people: People;
  dateLabel?: string;
  /** False where notes are asked for elsewhere, or not at all. */
  withNotes?: boolean;
}

/** The fields that creating and editing a session share. */
export function SessionFields({ form, timezone, people, dateLabel, withNotes = true }: SessionFieldsProps) {
  const { control } = form;
  return (
    <>
      <WhenFields form={form} timezone={timezone} dateLabel={dateLabel} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Controller
          control={control}
          name="facilitator_id"
          render={({ field, fieldState }) => (
            <Select
              {...field}
              onChange={(id) => {
                field.onChange(id);
                void form.trigger('co_facilitator_id');
              }}
              label="Facilitator"
              placeholder="Nobody yet"
              data={withPerson(people, field.value)}
              searchable
              clearable
              nothingFoundMessage="Nobody is called so"
              clearButtonProps={{ 'aria-label': 'Clear the facilitator' }}
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="co_facilitator_id"
          render={({ field, fieldState }) => (
            <Select
              {...field}
              label="Co-facilitator"
              placeholder="Nobody"
              data={withPerson(people, field.value)}
              searchable
              clearable
              nothingFoundMessage="Nobody is called so"
              clearButtonProps={{ 'aria-label': 'Clear the co-facilitator' }}
              error={fieldState.error?.message}
            />
          )}
        />
      </SimpleGrid>
      <Controller
        control={control}
        name="location"
        render={({ field, fieldState }) => <LocationInput {...field} error={fieldState.error?.message} />}
      />
      {withNotes && <NotesField form={form} />}
    </>
  );
}

/** What those who see the session should know. */
export function NotesField({ form }: { form: UseFormReturn<SessionFormValues> }) {
  return (
    <Controller
      control={form.control}
      name="notes"
      render={({ field, fieldState }) => (
        <Textarea {...field} label="Notes" autosize minRows={2} maxRows={8} error={fieldState.error?.message} />
      )}
    />
  );
}

/** The choices, with the present person even when suspended since: what is stored must be seen to be changed. */
function withPerson({ choices, nameOf }: People, present: string | null) {
  if (present === null || choices.some(({ value }) => value === present)) return choices;
  return [...choices, { value: present, label: nameOf(present) ?? '' }];
}
