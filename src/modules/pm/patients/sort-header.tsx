import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { PatientSort } from './patient-list.schema';
import classes from './patient-table.module.css';

interface SortHeaderProps {
  label: string;
  column: 'name' | 'mrn' | 'date_of_birth';
  /** The present order; empty while it is that of the search. */
  sort: PatientSort | '';
  onSort: (sort: PatientSort) => void;
  width?: number;
}

/** A column's title that sorts by it; pressed again, the other way around. */
export function SortHeader({ label, column, sort, onSort, width }: SortHeaderProps) {
  const ascending = sort === column;
  const descending = sort === `-${column}`;
  const Arrow = ascending ? IconArrowUp : descending ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th w={width} aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(ascending ? `-${column}` : column)}>
        {label}
        <Arrow size={14} aria-hidden opacity={ascending || descending ? 1 : 0.45} />
      </UnstyledButton>
    </Table.Th>
  );
}
