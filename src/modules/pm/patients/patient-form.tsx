import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Grid, Group, Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { FormProblem, setServerError, useUnsavedChanges } from '@/platform/ui';
import { type PatientFormValues, patientSchema } from './patient.schema';
import { PatientFields } from './patient-fields';
import { type PatientPayload, payloadFrom } from './patient-model';
import { SimilarPatients } from './similar-patients';
import { useTakenMrn } from './use-taken-mrn';

interface PatientFormProps {
  values: PatientFormValues;
  /** Null for a new record. */
  patientId: string | null;
  submitLabel: string;
  /** A second way to save, after which more follows; absent for none. */
  furtherLabel?: string;
  /** Where "Cancel" leads. */
  back: string;
  /** Saves, and answers what is to be done once leaving the page is free. A rejection is shown in the form. */
  onSave: (patient: PatientPayload, further: boolean) => Promise<() => void>;
  /** Goes to another record, which turned out to be the same person's. */
  onUseOther?: (patientId: string) => void;
}

/** A patient's record to be filled in. */
export function PatientForm(props: PatientFormProps) {
  const { values, patientId, submitLabel, furtherLabel, back, onSave, onUseOther } = props;
  const today = todayIn(useOrganization().timezone);
  const schema = useMemo(() => patientSchema(today), [today]);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: values });
  const { isSubmitting, isSubmitSuccessful, isDirty, dirtyFields, errors } = form.formState;
  const unsaved = useUnsavedChanges(isDirty);
  const explainTaken = useTakenMrn();
  const further = useRef(false);
  // A record that is left as it is has been compared before.
  const { first_name, last_name, date_of_birth, mrn } = dirtyFields;
  const compares = patientId === null || first_name || last_name || date_of_birth || mrn;

  const submit = form.handleSubmit(async (fields) => {
    try {
      const leave = await onSave(payloadFrom(fields), further.current);
      unsaved.release();
      leave();
    } catch (error) {
      setServerError(form, error);
      const message = await explainTaken(error, fields.mrn);
      if (message) form.setError('mrn', { type: 'server', message });
    }
  });

  function leaveFor(otherId: string) {
    unsaved.release();
    onUseOther?.(otherId);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }} maw={680}>
          <Stack gap="lg">
            <PatientFields form={form} today={today} />
            <FormProblem message={errors.root?.message} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} maw={680}>
          {compares && (
            <SimilarPatients
              control={form.control}
              today={today}
              patientId={patientId}
              // The record just saved is no double.
              paused={isSubmitting || isSubmitSuccessful}
              onUse={onUseOther && leaveFor}
            />
          )}
        </Grid.Col>
        <Grid.Col span={12}>
          <Group>
            <Button
              type="submit"
              loading={isSubmitting}
              onClick={() => {
                further.current = false;
              }}
            >
              {submitLabel}
            </Button>
            {furtherLabel && (
              <Button
                type="submit"
                variant="light"
                disabled={isSubmitting}
                onClick={() => {
                  further.current = true;
                }}
              >
                {furtherLabel}
              </Button>
            )}
            <Button variant="default" component={Link} to={back}>
              Cancel
            </Button>
          </Group>
        </Grid.Col>
      </Grid>
      {unsaved.dialog}
    </form>
  );
}
