import { Table } from '@mantine/core';
import type { ReportColumn } from './report-column';
import classes from './report-table.module.css';

interface ReportTableProps<Row> {
  /** What the table is about, for those who hear it. */
  caption: string;
  columns: readonly ReportColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** The figures of a report as a table; on a phone it scrolls sideways by itself. */
export function ReportTable<Row>({ caption, columns, rows, rowKey }: ReportTableProps<Row>) {
  return (
    <Table.ScrollContainer
      minWidth={Math.min(640, 120 + columns.length * 80)}
      type="native"
      tabIndex={0}
      className={classes.scroller}
    >
      <Table className={classes.table} aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ header, isNumber }) => (
              <Table.Th key={header} ta={isNumber ? 'right' : undefined} scope="col">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column) => (
                <Table.Td key={column.header} ta={column.isNumber ? 'right' : undefined} className={classes.cell}>
                  {column.show ? column.show(row) : asText(column.value(row))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function asText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value);
}
