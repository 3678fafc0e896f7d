import { Fieldset, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import type { ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { LocationInput } from '@/modules/pm/sessions';
import { GROUP_TYPE_KEYS, groupTypeLook } from '@/platform/ui';
import { CodePreview } from './code-preview';
import type { GroupFormInput } from './group.schema';
import { MemberSelect } from './member-select';
import { RecurrenceField } from './recurrence-field';
import { StatusField } from './status-field';

interface GroupFieldsProps {
  /** Null for a group that has none yet. */
  code: string | null;
  /** What another capacity and another status will do, told beside them. */
  outlook?: ReactNode;
  statusOutlook?: ReactNode;
}

/** The fields of a group, shared by creating and editing. */
export function GroupFields({ code, outlook, statusOutlook }: GroupFieldsProps) {
  const { register, control, formState } = useFormContext<GroupFormInput>();
  const { errors } = formState;
  return (
    <Stack gap="lg">
      <Section legend="What it is">
        <TextInput label="Name" required error={errors.name?.message} {...register('name')} />
        <Controller
          control={control}
          name="group_type"
          render={({ field, fieldState }) => (
            <Select
              {...field}
              label="Type"
              required
              allowDeselect={false}
              data={GROUP_TYPE_KEYS.map((value) => ({ value, label: groupTypeLook(value).label }))}
              error={fieldState.error?.message}
            />
          )}
        />
        <Textarea
          label="Description"
          description="For colleagues: what the group is for, and who belongs in it."
          autosize
          minRows={2}
          maxRows={8}
          error={errors.description?.message}
          {...register('description')}
        />
        <StatusField outlook={statusOutlook} />
      </Section>
      <Section legend="Who and where">
        <Pair>
          <MemberSelect name="facilitator_id" label="Facilitator" />
          <MemberSelect name="co_facilitator_id" label="Co-facilitator" />
        </Pair>
        <Controller
          control={control}
          name="location"
          render={({ field, fieldState }) => (
            <LocationInput
              {...field}
              description="A room, written the same way in each group: then nothing is booked there twice."
              error={fieldState.error?.message}
            />
          )}
        />
      </Section>
      <Section legend="Seats">
        <Pair>
          <NumberField
            name="max_capacity"
            label="Capacity"
            description="Seats. Further patients wait."
            required
            min={1}
            max={100}
          />
          <NumberField
            name="min_capacity"
            label="Minimum"
            description="Patients a session needs. May be empty."
            min={1}
            max={100}
          />
        </Pair>
        {outlook}
      </Section>
      <Section legend="When">
        <Pair>
          <DateField name="start_date" label="Start date" />
          <DateField name="end_date" label="End date" />
        </Pair>
        <Pair>
          <Controller
            control={control}
            name="time_period"
            render={({ field, fieldState }) => (
              <Select
                {...field}
                label="Time period"
                description="With the start date it makes the group's code."
                placeholder="None"
                clearable
                clearButtonProps={{ 'aria-label': 'Clear the time period' }}
                data={[
                  { value: 'AM', label: 'AM' },
                  { value: 'PM', label: 'PM' },
                ]}
                error={fieldState.error?.message}
              />
            )}
          />
          <NumberField
            name="duration_minutes"
            label="Duration"
            description="Minutes of a session. May be empty."
            min={5}
            max={720}
            step={5}
            suffix=" min"
          />
        </Pair>
        <CodePreview code={code} />
        <RecurrenceField />
      </Section>
    </Stack>
  );
}

function Section({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Fieldset legend={legend} radius="md" styles={{ legend: { fontWeight: 600 } }}>
      <Stack>{children}</Stack>
    </Fieldset>
  );
}

function Pair({ children }: { children: ReactNode }) {
  return <SimpleGrid cols={{ base: 1, xs: 2 }}>{children}</SimpleGrid>;
}

interface NumberFieldProps {
  name: 'max_capacity' | 'min_capacity' | 'duration_minutes';
  label: string;
  description: string;
  min: number;
  max: number;
  step?: number;
  suffix?: string;
  required?: boolean;
}

function NumberField({ name, min, max, ...rest }: NumberFieldProps) {
  const { control } = useFormContext<GroupFormInput>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          {...rest}
          value={field.value ?? ''}
          onChange={(value) => field.onChange(typeof value === 'number' ? value : null)}
          min={min}
          max={max}
          // What is typed stays as typed, and the sentence below says what is wrong with it.
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function DateField({ name, label }: { name: 'start_date' | 'end_date'; label: string }) {
  const { control } = useFormContext<GroupFormInput>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <DateInput
          {...field}
          label={label}
          valueFormat="MMM D, YYYY"
          placeholder="Nov 24, 2026"
          clearable
          clearButtonProps={{ 'aria-label': `Clear the ${label.toLowerCase()}` }}
          popoverProps={{ withinPortal: false }}
          minDate="1990-01-01"
          maxDate="2199-12-31"
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
