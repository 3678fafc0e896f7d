import type { SheetColumn } from './print-address';
import classes from './sheet.module.css';
import { COLUMN_WORDS, type SheetRow } from './sheet-model';

interface RosterTableProps {
  caption: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Stands in place of a table without rows. */
  none: string;
}

/** Patients by number and name, with what tells them from namesakes. */
export function RosterTable({ caption, columns, rows, none }: RosterTableProps) {
  if (rows.length === 0) return <p className={classes.nobody}>{none}</p>;
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            No.
          </th>
          <th scope="col">Name</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes[column]}>
              {COLUMN_WORDS[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells }, index) => (
          <tr key={id}>
            <td>{index + 1}</td>
            <th scope="row">{name}</th>
            {columns.map((column, at) => (
              <td key={column}>{cells[at]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
