import { Group, Skeleton, Stack, Table } from '@mantine/core';

/** Repeats for placeholders that never move: their index is all they have. */
function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Stands where a list will be, in its shape. */
export function ListSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {indexes(rows).map((row) => (
        <Group key={row} wrap="nowrap" py={6}>
          <Skeleton circle height={32} />
          <Stack gap={6} flex={1}>
            <Skeleton height={12} width={`${60 - (row % 3) * 10}%`} />
            <Skeleton height={10} width={`${35 - (row % 2) * 8}%`} />
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}

/** Stands where a table will be, in its shape. */
export function TableSkeleton({ columns, rows = 8 }: { columns: number; rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <Table aria-hidden>
        <Table.Tbody>
          {indexes(rows).map((row) => (
            <Table.Tr key={row}>
              {indexes(columns).map((column) => (
                <Table.Td key={column} py="sm">
                  <Skeleton height={12} width={`${90 - ((row + column) % 3) * 15}%`} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
