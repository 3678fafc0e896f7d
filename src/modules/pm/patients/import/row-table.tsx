import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconHourglass,
  IconPencil,
  IconPlus,
  IconUsers,
} from '@tabler/icons-react';
import { formatDate } from '@/platform/time';
import classes from './import.module.css';
import type { CheckedRow } from './import-row';
import { isWanted, type RowKind } from './outcomes';
import { RowReasons } from './row-reasons';
import type { StepProps } from './use-import';
import { shortened } from './words';

interface RowTableProps extends Pick<StepProps, 'work' | 'change'> {
  rows: readonly CheckedRow[];
  /** By index of the row; null while it is not known. */
  kinds: readonly (RowKind | null)[];
  /** Lines of the file whose patients would be new, by MRN. */
  newLines: ReadonlyMap<string, number>;
}

/** Rows of the file with what would become of each, as a table, and as cards on a phone. */
export function RowTable({ rows, kinds, newLines, work, change }: RowTableProps) {
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const details = (row: CheckedRow) => (
    <RowReasons
      row={row}
      kind={kinds[row.index] ?? null}
      preview={work.previews.get(row.index)}
      allowed={work.allowed}
      newLines={newLines}
      change={change}
    />
  );
  const badge = (row: CheckedRow) => {
    const kind = kinds[row.index] ?? null;
    return <FateBadge kind={kind} wanted={isWanted(row, kind, work)} />;
  };
  if (onPhone) {
    return (
      <ul className={classes.list} aria-label="Rows of the file">
        {rows.map((row) => (
          <li key={row.index} className={classes.card}>
            <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
              <Text fw={500} className={classes.anywhere}>
                <Name row={row} />
              </Text>
              {badge(row)}
            </Group>
            <Text size="sm" c="dimmed" className={classes.anywhere}>
              {[
                `Line ${row.line}`,
                row.sheetRow !== row.line && `row ${row.sheetRow}`,
                row.shown.mrn && `MRN ${shortened(row.shown.mrn, 60)}`,
                born(row) && `born ${born(row)}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </Text>
            {details(row)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table aria-label="Rows of the file" layout="fixed" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={84}>Line</Table.Th>
          <Table.Th w="22%">Patient</Table.Th>
          <Table.Th w={130}>MRN</Table.Th>
          <Table.Th w={130}>Born</Table.Th>
          <Table.Th>What will happen</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.index}>
            <Table.Td>
              {row.line}
              {row.sheetRow !== row.line && (
                <Text size="xs" c="dimmed">
                  row {row.sheetRow}
                </Text>
              )}
            </Table.Td>
            <Table.Td className={classes.anywhere}>
              <Name row={row} />
            </Table.Td>
            <Table.Td className={classes.anywhere}>{shortened(row.shown.mrn, 60)}</Table.Td>
            <Table.Td className={classes.anywhere}>{born(row)}</Table.Td>
            <Table.Td>
              <Stack gap={4} align="flex-start">
                {badge(row)}
                {details(row)}
              </Stack>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Name({ row }: { row: CheckedRow }) {
  return row.shown.name === '' ? <>No name</> : <bdi>{shortened(row.shown.name, 210)}</bdi>;
}

function born({ shown: { dateOfBirth } }: CheckedRow): string {
  return /^\d{4}-\d\d-\d\d$/.test(dateOfBirth) ? formatDate(dateOfBirth) : shortened(dateOfBirth, 40);
}

const FATES = {
  new: { label: 'New', color: 'green', icon: IconPlus },
  unchanged: { label: 'Here already', color: 'gray', icon: IconEqual },
  exists: { label: 'Left as it is', color: 'yellow', icon: IconPencil },
  similar: { label: 'Maybe the same person', color: 'yellow', icon: IconUsers },
  problem: { label: 'Cannot go in', color: 'red', icon: IconAlertTriangle },
} as const;

function FateBadge({ kind, wanted }: { kind: RowKind | null; wanted: boolean }) {
  if (kind === null)
    return (
      <Badge color="gray" leftSection={<IconHourglass size={13} aria-hidden />}>
        Checking
      </Badge>
    );
  const { label, color, icon: FateIcon } = FATES[kind];
  if (wanted && kind !== 'new') {
    return (
      <Badge color="green" leftSection={<IconCheck size={13} aria-hidden />}>
        {kind === 'exists' ? 'Update' : 'New'}
      </Badge>
    );
  }
  return (
    <Badge color={color} leftSection={<FateIcon size={13} aria-hidden />}>
      {label}
    </Badge>
  );
}
