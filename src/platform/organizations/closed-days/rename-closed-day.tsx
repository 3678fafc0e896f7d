import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { formatDate } from '@/platform/time';
import { FormProblem, setServerError } from '@/platform/ui';
import type { ClosedDay } from '../api/get-closed-days';
import { useRenameClosedDay } from '../api/rename-closed-day';
import { closedDayNameSchema } from './closed-day.schema';

/** Gives a closed day another name, in its place in the list; Escape leaves it as it was. */
export function RenameClosedDay({ day, onDone }: { day: ClosedDay; onDone: () => void }) {
  const renaming = useRenameClosedDay();
  const form = useForm({ resolver: zodResolver(closedDayNameSchema), defaultValues: { name: day.name } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name }) => {
    try {
      await renaming.mutateAsync({ closed_on: day.closed_on, name });
      onDone();
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form
      onSubmit={submit}
      noValidate
      style={{ flex: 1 }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            aria-label={`Name of ${formatDate(day.closed_on)}`}
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name')}
            autoFocus
            flex={1}
            miw={180}
          />
          <Button type="submit" loading={isSubmitting}>
            Save name
          </Button>
          <Button variant="default" onClick={onDone} disabled={isSubmitting}>
            Keep
          </Button>
        </Group>
        <FormProblem message={errors.root?.message} />
      </Stack>
    </form>
  );
}
