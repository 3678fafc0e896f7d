import { Skeleton, Table } from '@mantine/core';
import { indexes } from './indexes';

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
