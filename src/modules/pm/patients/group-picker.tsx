import { type ComboboxItem, Loader, Select, type SelectProps, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { patientEnrollmentsQueryOptions } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState } from '@/platform/ui';
import { type OpenGroup, useOpenGroups } from './api/get-open-groups';
import { groupAvailability } from './group-availability';

interface GroupPickerProps {
  patientId: string;
  group: OpenGroup | null;
  onChange: (group: OpenGroup | null) => void;
}

/** Finds an active group by its name, with its free seats; those that the patient is in already cannot be chosen. */
export function GroupPicker({ patientId, group, onChange }: GroupPickerProps) {
  const { id: organizationId } = useOrganization();
  const maySeeEnrollments = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const [words, setWords] = useState('');
  const [searched] = useDebouncedValue(words.trim(), 200);
  // The field holds the chosen group's name, which is no search.
  const { data = [], error, isFetching, refetch } = useOpenGroups(searched === group?.name.trim() ? '' : searched);
  const { data: enrollments = [] } = useQuery({
    ...patientEnrollmentsQueryOptions(organizationId, patientId),
    enabled: maySeeEnrollments,
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;

  const offered = group && !data.some(({ id }) => id === group.id) ? [group, ...data] : data;
  const held = new Map(
    enrollments
      .filter(({ status }) => status !== 'disenrolled')
      .map(({ group_definition_id, status }) => [group_definition_id, status]),
  );
  const renderOption: SelectProps['renderOption'] = ({ option }) => (
    <GroupOption option={option} group={offered.find(({ id }) => id === option.value)} held={held.get(option.value)} />
  );

  return (
    <Select
      label="Group"
      placeholder="Type the group's name"
      data={offered.map(({ id, name }) => ({ value: id, label: name, disabled: held.has(id) }))}
      value={group?.id ?? null}
      onChange={(id) => onChange(offered.find((candidate) => candidate.id === id) ?? null)}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      // The server has searched already.
      filter={({ options }) => options}
      renderOption={renderOption}
      nothingFoundMessage={isFetching ? 'Searching…' : 'No active group has this name'}
      rightSection={isFetching ? <Loader size={14} /> : undefined}
      maxDropdownHeight={300}
      data-autofocus
    />
  );
}

interface GroupOptionProps {
  option: ComboboxItem;
  group: OpenGroup | undefined;
  /** The patient's standing in the group; undefined for none. */
  held: string | undefined;
}

function GroupOption({ option, group, held }: GroupOptionProps) {
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {option.label}
      </Text>
      {group && (
        <Text size="xs" c="dimmed">
          {groupAvailability(group, held)}
        </Text>
      )}
    </div>
  );
}
