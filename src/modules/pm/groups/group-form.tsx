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
  /** Of a group that has one. */
  code?: string | null;
  /** Saves and answers what to do once the form may be left, null to stay; rejects with the server's refusal. */
  onSubmit: (values: GroupFormValues) => Promise<(() => void) | null>;
  /** What another capacity and another status will do, told beside them. */
  outlook?: ReactNode;
  statusOutlook?: ReactNode;
}

/** The form of a group: says what is wrong at each field, and asks before changes are lost. */
export function GroupForm({ defaultValues, submitLabel, backTo, onSubmit, code = null, ...outlooks }: GroupFormProps) {
  const form = useForm<GroupFormInput, unknown, GroupFormValues>({
    resolver: zodResolver(groupSchema),
    defaultValues,
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const { dialog, release } = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (values) => {
    try {
      const leave = await onSubmit(values);
      if (!leave) return;
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
          <GroupFields code={code} {...outlooks} />
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
