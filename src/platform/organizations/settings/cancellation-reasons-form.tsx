import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TagsInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { FormProblem, notifyDone, setServerError, useUnsavedChanges } from '@/platform/ui';
import { useUpdateOrganization } from '../api/update-organization';
import { MAX_REASON_LENGTH, MAX_REASONS } from '../settings.schema';
import { reasonFieldsSchema } from './organization-settings.schema';

/** The reasons that are offered when a session is cancelled, in their order. */
export function CancellationReasonsForm({ reasons }: { reasons: string[] }) {
  const update = useUpdateOrganization();
  const values = { cancellation_reasons: reasons };
  const form = useForm({
    resolver: zodResolver(reasonFieldsSchema),
    defaultValues: values,
    values,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const unsaved = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (fields) => {
    try {
      await update.mutateAsync({ settings: fields });
      form.reset(fields);
      notifyDone({ message: 'The cancellation reasons were saved.' });
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={520}>
        <Controller
          control={form.control}
          name="cancellation_reasons"
          render={({ field, fieldState }) => (
            <TagsInput
              {...field}
              label="Reasons to choose from"
              description={`Type a reason and press Enter; drag to change the order. Up to ${MAX_REASONS}. Own words can always be given.`}
              placeholder={field.value.length < MAX_REASONS ? 'Add a reason' : ''}
              maxTags={MAX_REASONS}
              maxLength={MAX_REASON_LENGTH}
              // A reason may have commas.
              splitChars={['\n']}
              withPillsReorder
              error={fieldState.error?.message}
            />
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Group>
          <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
            Save reasons
          </Button>
        </Group>
      </Stack>
      {unsaved.dialog}
    </form>
  );
}
