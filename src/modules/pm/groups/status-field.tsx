import { Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { statusLook } from '@/platform/ui';
import type { GroupFormInput } from './group.schema';
import { GROUP_STATUSES } from './list-state';
import { STATUS_MEANING } from './status-meaning';

/** The status, each with what it means for enrollment and waitlist. `outlook`: what another one does here, told below. */
export function StatusField({ outlook }: { outlook?: ReactNode }) {
  const { control } = useFormContext<GroupFormInput>();
  return (
    <Stack gap="xs">
      <Controller
        control={control}
        name="status"
        render={({ field, fieldState }) => (
          <Select
            {...field}
            label="Status"
            description={STATUS_MEANING[field.value]}
            allowDeselect={false}
            data={GROUP_STATUSES.map((value) => ({ value, label: statusLook('group', value).label }))}
            renderOption={({ option }) => <Option value={option.value} label={option.label} />}
            error={fieldState.error?.message}
          />
        )}
      />
      {outlook}
    </Stack>
  );
}

/** Its meaning is for the eye: the field reads out that of the chosen one. */
function Option({ value, label }: { value: string; label: string }) {
  const status = GROUP_STATUSES.find((known) => known === value);
  return (
    <Stack gap={0}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {status && (
        <Text size="xs" c="dimmed" aria-hidden>
          {STATUS_MEANING[status]}
        </Text>
      )}
    </Stack>
  );
}
