import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { type UseFormReturn, useController } from 'react-hook-form';
import type { ClosedDay } from '@/platform/organizations';
import { PF_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatDate } from '@/platform/time';
import type { CancelSeveralValues } from './cancel-several.schema';
import { daysToClose } from './cancel-several-model';

interface ClosedDayFieldsProps {
  form: UseFormReturn<CancelSeveralValues>;
  /** Days of the range that are closed already. */
  closed: readonly ClosedDay[];
}

/** Makes the days closed days too, for those who may; says which ones are already. */
export function ClosedDayFields({ form, closed }: ClosedDayFieldsProps) {
  const { can } = usePermissions();
  const { field } = useController({ control: form.control, name: 'closes' });
  const { value, onChange, ...input } = field;
  const { first, last } = form.getValues();
  const open = first !== '' && last !== '' ? daysToClose({ first, last, closedName: '' }, closed).length : 0;
  return (
    <Stack gap="xs">
      {closed.length > 0 && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          Closed already: {closed.map(({ closed_on, name }) => `${formatDate(closed_on)} (${name})`).join(', ')}.
        </Text>
      )}
      {can(PF_PERMISSIONS.ORGANIZATION_EDIT) && open > 0 && (
        <>
          <Switch
            {...input}
            checked={value}
            onChange={(event) => onChange(event.currentTarget.checked)}
            label={open === 1 ? 'Also mark the day as a closed day' : `Also mark ${open} days as closed days`}
            description="Calendars show it, and new series skip it."
          />
          {value && (
            <TextInput
              label="Name of the closed day"
              placeholder="Thanksgiving"
              autoComplete="off"
              error={form.formState.errors.closedName?.message}
              {...form.register('closedName')}
            />
          )}
        </>
      )}
    </Stack>
  );
}
