import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { FormProblem, setServerError, useUnsavedChanges } from '@/platform/ui';
import { type GroupFormInput, type GroupFormValues, groupSchema } from './group.schema';
import { GroupFields } from './group-fields';

interface GroupFormProps {
  defaultValues: GroupFormInput;
  submitLabel: string;
  /** Where Cancel leads. */
  backTo: string;
  /** Saves and answers what to do once the form may be left; rejects with the server's refusal. */
  onSubmit: (values: GroupFormValues) => Promise<() => void>;
  outlook?: ReactNode;
}

/** The form of a group: says what is wrong at each field, and asks before changes are lost. */
export function GroupForm({ defaultValues, submitLabel, backTo, onSubmit, outlook }: GroupFormProps) {
  const form = useForm<GroupFormInput, unknown, GroupFormValues>({
    resolver: zodResolver(groupSchema),
    defaultValues,
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const { dialog, release } = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (values) => {
    try {
      const leave = await onSubmit(values);
      release();
      leave();
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate>
        <Stack maw={680} gap="lg">
          <GroupFields outlook={outlook} />
          <FormProblem message={errors.root?.message} />
          <Group>
            <Button type="submit" loading={isSubmitting}>
              {submitLabel}
            </Button>
            <Button variant="default" component={Link} to={backTo}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
    </FormProvider>
  );
}
