import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { FormProblem, setServerError, useUnsavedChanges } from '@/platform/ui';
import { type PatientFormValues, patientSchema } from './patient.schema';
import { PatientFields } from './patient-fields';
import { type PatientPayload, payloadFrom } from './patient-model';

interface PatientFormProps {
  values: PatientFormValues;
  submitLabel: string;
  /** Where "Cancel" leads. */
  back: string;
  /** Saves, and answers what is to be done once leaving the page is free. A rejection is shown in the form. */
  onSave: (patient: PatientPayload) => Promise<() => void>;
}

/** A patient's record to be filled in. */
export function PatientForm({ values, submitLabel, back, onSave }: PatientFormProps) {
  const today = todayIn(useOrganization().timezone);
  const schema = useMemo(() => patientSchema(today), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: values });
  const { isSubmitting, isDirty, errors } = form.formState;
  const unsaved = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (fields) => {
    try {
      const leave = await onSave(payloadFrom(fields));
      unsaved.release();
      leave();
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={640} gap="lg">
        <PatientFields form={form} today={today} />
        <FormProblem message={errors.root?.message} />
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {submitLabel}
          </Button>
          <Button variant="default" component={Link} to={back}>
            Cancel
          </Button>
        </Group>
      </Stack>
      {unsaved.dialog}
    </form>
  );
}
