import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { birthDateText, parseBirthDate } from './birth-date';
import type { PatientFields as Checked, PatientFormValues } from './patient.schema';

interface PatientFieldsProps {
  form: UseFormReturn<PatientFormValues, unknown, Checked>;
  /** `YYYY-MM-DD` in the organization's zone. */
  today: string;
}

const STATUS_OPTIONS = [
  { value: 'active', label: 'Active' },
  { value: 'inactive', label: 'Inactive' },
];

/** The fields of a patient's record, for creating and editing. */
export function PatientFields({ form, today }: PatientFieldsProps) {
  const { errors } = form.formState;
  const field = (name: FieldPath<PatientFormValues>) => ({
    ...form.register(name),
    error: errors[name]?.message,
    // Browsers would offer the staff's own data for what is a patient's.
    autoComplete: 'off',
  });

  /** Shows how the date was understood. */
  function readBirthDate(typed: string) {
    const date = parseBirthDate(typed, today);
    if (date) form.setValue('date_of_birth', birthDateText(date), { shouldDirty: true });
  }

  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="First name" required {...field('first_name')} data-autofocus />
        <TextInput label="Last name" required {...field('last_name')} />
        <TextInput
          label="Preferred name"
          description="What the patient wants to be called"
          {...field('preferred_name')}
        />
        <TextInput
          label="Date of birth"
          description="Month/day/year"
          placeholder="MM/DD/YYYY"
          {...field('date_of_birth')}
          {...form.register('date_of_birth', { onBlur: (event) => readBirthDate(event.target.value) })}
        />
        <TextInput label="MRN" description="Medical record number" required spellCheck={false} {...field('mrn')} />
        <NativeSelect
          label="Status"
          description="Inactive patients keep their seats"
          data={STATUS_OPTIONS}
          {...field('status')}
        />
        <TextInput label="Phone" type="tel" {...field('phone')} />
        <TextInput label="E-mail" type="email" spellCheck={false} {...field('email')} />
      </SimpleGrid>
      <Textarea
        label="Notes"
        description="For the front desk, such as how to reach the patient. Whoever may see patients reads them."
        autosize
        minRows={2}
        maxRows={12}
        {...field('notes')}
      />
    </Stack>
  );
}
