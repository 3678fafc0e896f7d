import { Select } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useMembers } from '@/platform/organizations';
import type { GroupFormInput } from './group.schema';

interface MemberSelectProps {
  name: 'facilitator_id' | 'co_facilitator_id';
  label: string;
}

/** One of the organization's active members; one who is suspended is kept, and marked, where already chosen. */
export function MemberSelect({ name, label }: MemberSelectProps) {
  const { control } = useFormContext<GroupFormInput>();
  const { data: members = [], isLoading } = useMembers();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Select
          {...field}
          label={label}
          placeholder={isLoading ? 'Loading…' : 'None'}
          data={members
            .filter(({ id, status }) => status === 'active' || id === field.value)
            .map(({ id, full_name, status }) => ({
              value: id,
              label: status === 'active' ? full_name : `${full_name} (suspended)`,
            }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `Clear the ${label.toLowerCase()}` }}
          limit={50}
          nothingFoundMessage="No such person"
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
