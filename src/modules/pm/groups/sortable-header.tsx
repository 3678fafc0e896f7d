import { Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './group-list.module.css';
import type { ListState, SortColumn } from './list-state';
import { firstOrder } from './sort-labels';

interface SortableHeaderProps {
  column: SortColumn;
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  children: ReactNode;
}

/** The head of a column that orders the list; the second press turns the order round. */
export function SortableHeader({ column, state, onChange, children }: SortableHeaderProps) {
  const active = state.sort === column;
  const ascending = state.order === 'asc';
  const ActiveIcon = ascending ? IconArrowUp : IconArrowDown;
  const SortIcon = active ? ActiveIcon : IconArrowsSort;
  return (
    <Table.Th aria-sort={active ? (ascending ? 'ascending' : 'descending') : undefined}>
      <UnstyledButton
        onClick={() => onChange({ sort: column, order: active ? (ascending ? 'desc' : 'asc') : firstOrder(column) })}
        className={classes.header}
      >
        <Group gap={4} wrap="nowrap">
          <Text inherit span>
            {children}
          </Text>
          <SortIcon size={14} stroke={1.6} style={{ flexShrink: 0, opacity: active ? 1 : 0.45 }} aria-hidden />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
