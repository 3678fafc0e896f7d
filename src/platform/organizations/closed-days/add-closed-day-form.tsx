import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { Controller, useForm } from 'react-hook-form';
import { formatLongDate } from '@/platform/time';
import { FormProblem, notifyDone, setServerError } from '@/platform/ui';
import { useAddClosedDays } from '../api/add-closed-days';
import { closedDaySchema } from './closed-day.schema';

/** Adds one closed day. `taken`: days (`YYYY-MM-DD`) that are closed already, and cannot be chosen again. */
export function AddClosedDayForm({ taken }: { taken: ReadonlySet<string> }) {
  const addition = useAddClosedDays();
  const form = useForm({ resolver: zodResolver(closedDaySchema), defaultValues: { closed_on: '', name: '' } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (day) => {
    try {
      await addition.mutateAsync([day]);
      form.reset();
      notifyDone({ message: `${formatLongDate(day.closed_on)} is a closed day: ${day.name}` });
    } catch (error) {
      setServerError(form, error);
    }
  });

  return (
    <form onSubmit={submit} noValidate aria-label="Add a closed day">
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <Controller
            control={form.control}
            name="closed_on"
            render={({ field, fieldState }) => (
              <DateInput
                {...field}
                value={field.value || null}
                onChange={(date) => field.onChange(date ?? '')}
                label="Day"
                placeholder="Choose a day"
                valueFormat="ddd, MMM D, YYYY"
                excludeDate={(date) => taken.has(date)}
                error={fieldState.error?.message}
                popoverProps={{ withinPortal: true }}
                w={{ base: '100%', xs: 190 }}
              />
            )}
          />
          <TextInput
            label="Name"
            placeholder="Thanksgiving"
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name')}
            flex={1}
            miw={180}
          />
          <Button type="submit" variant="default" mt={24} loading={isSubmitting}>
            Add closed day
          </Button>
        </Group>
        <FormProblem message={errors.root?.message} />
      </Stack>
    </form>
  );
}
