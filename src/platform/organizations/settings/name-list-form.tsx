import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TagsInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { FormProblem, notifyDone, setServerError, useUnsavedChanges } from '@/platform/ui';
import { useUpdateOrganization } from '../api/update-organization';
import type { NameListKind } from './name-list-kinds';
import { nameListSchema } from './organization-settings.schema';

interface NameListFormProps {
  kind: NameListKind;
  /** As stored. */
  names: string[];
}

/** A list of names that is offered elsewhere, in its order. */
export function NameListForm({ kind, names }: NameListFormProps) {
  const update = useUpdateOrganization();
  const values = { names };
  const form = useForm({
    resolver: zodResolver(nameListSchema(kind)),
    defaultValues: values,
    values,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const unsaved = useUnsavedChanges(isDirty);

  const submit = form.handleSubmit(async (fields) => {
    try {
      await update.mutateAsync({ settings: { [kind.key]: fields.names } });
      form.reset(fields);
      notifyDone({ message: kind.savedMessage });
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={520}>
        <Controller
          control={form.control}
          name="names"
          render={({ field, fieldState }) => (
            <TagsInput
              {...field}
              label={kind.label}
              description={`Type a ${kind.noun} and press Enter; drag to change the order. Up to ${kind.most}. ${kind.freedom}`}
              placeholder={field.value.length < kind.most ? `Add a ${kind.noun}` : ''}
              maxTags={kind.most}
              maxLength={kind.longest}
              // A name may have commas.
              splitChars={['\n']}
              withPillsReorder
              error={fieldState.error?.message}
            />
          )}
        />
        <FormProblem message={errors.root?.message} />
        <Group>
          <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
            {kind.saveLabel}
          </Button>
        </Group>
      </Stack>
      {unsaved.dialog}
    </form>
  );
}
