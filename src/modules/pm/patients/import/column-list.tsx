import { NativeSelect, Text } from '@mantine/core';
import type { CsvTable } from '@/platform/csv';
import classes from './import.module.css';
import { IMPORT_COLUMNS, type ImportColumn } from './import-columns';
import { headerNames, type Matching } from './match-columns';
import { shortened } from './words';

interface ColumnListProps {
  table: CsvTable;
  matching: Matching;
  onMatch: (at: number, key: ImportColumn | null) => void;
}

const OPTIONS = [{ value: '', label: 'Leave out' }, ...IMPORT_COLUMNS.map(({ key, label }) => ({ value: key, label }))];

/** The file's columns with some of their values, and what each is taken for. */
export function ColumnList({ table, matching, onMatch }: ColumnListProps) {
  return (
    <ul className={classes.list} aria-label="Columns of the file">
      {headerNames(table.headers).map((name, at) => (
        <li key={name} className={classes.item}>
          <div className={classes.anywhere}>
            <Text fw={500} size="sm">
              <bdi>{shortened(name, 100)}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              <Samples table={table} at={at} />
            </Text>
          </div>
          <NativeSelect
            aria-label={`${shortened(name, 100)} is`}
            data={OPTIONS}
            value={matching[at] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onMatch(at, IMPORT_COLUMNS.find(({ key }) => key === value)?.key ?? null)
            }
          />
        </li>
      ))}
    </ul>
  );
}

const SAMPLES = 3;
const ROWS_SEARCHED = 200;

function Samples({ table, at }: { table: CsvTable; at: number }) {
  const values = new Set<string>();
  for (const { cells } of table.rows.slice(0, ROWS_SEARCHED)) {
    const value = shortened((cells[at] ?? '').trim(), 40);
    if (value !== '') values.add(value);
    if (values.size === SAMPLES) break;
  }
  if (values.size === 0) return <>No values in the first rows</>;
  return [...values].map((value, index) => (
    <span key={value}>
      {index > 0 && ' · '}
      <bdi>{value}</bdi>
    </span>
  ));
}
