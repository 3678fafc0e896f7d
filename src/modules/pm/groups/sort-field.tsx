import { ActionIcon, Group, Select, type SelectProps, Text } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { type ListState, sortColumns } from './list-state';
import { firstOrder, SORT_LABELS } from './sort-labels';

interface SortFieldProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  w: SelectProps['w'];
}

/** The order of the list: on a phone the only way to it, on a desk the way to what has no column of its own. */
export function SortField({ state: { sort, order }, onChange, w }: SortFieldProps) {
  const { can } = usePermissions();
  const columns = sortColumns(can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW), can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW));
  const ascending = order === 'asc';
  const Direction = ascending ? IconSortAscending : IconSortDescending;
  return (
    <Group gap={4} wrap="nowrap" w={w}>
      <Select
        aria-label="Order by"
        flex={1}
        leftSection={
          <Text size="xs" c="dimmed" aria-hidden>
            Order by
          </Text>
        }
        leftSectionWidth={68}
        data={columns.map((value) => ({ value, label: SORT_LABELS[value] }))}
        value={sort}
        allowDeselect={false}
        onChange={(picked) => {
          const column = columns.find((known) => known === picked);
          if (column) onChange({ sort: column, order: firstOrder(column) });
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={ascending ? 'Ascending: turn the order round' : 'Descending: turn the order round'}
        onClick={() => onChange({ order: ascending ? 'desc' : 'asc' })}
      >
        <Direction size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
