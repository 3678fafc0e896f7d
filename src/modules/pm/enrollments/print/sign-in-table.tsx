import type { SheetColumn } from './print-address';
import classes from './sheet.module.css';
import { COLUMN_WORDS, type SheetRow } from './sheet-model';

interface SignInTableProps {
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Empty lines at the end, for drop-ins. */
  spare: number;
}

/** A line to sign on for each patient, and the facilitator's at the foot of each page. */
export function SignInTable({ columns, rows, spare }: SignInTableProps) {
  return (
    <table className={`${classes.table} ${classes.signing}`}>
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
          <th scope="col" className={classes.signature}>
            Signature
          </th>
          <th scope="col" className={classes.clock}>
            Time in
          </th>
          <th scope="col" className={classes.clock}>
            Time out
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells }, index) => (
          <Line key={id} number={index + 1} name={name} columns={columns} cells={cells} />
        ))}
        {Array.from({ length: spare }, (_, index) => rows.length + index + 1).map((number) => (
          <Line key={number} number={number} name="" columns={columns} cells={[]} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={columns.length + 5}>
            <div className={classes.foot}>
              <span className={classes.line}>Facilitator’s signature</span>
              <span className={classes.line} data-short>
                Date
              </span>
            </div>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface LineProps {
  number: number;
  /** '' on a spare line. */
  name: string;
  columns: readonly SheetColumn[];
  cells: readonly string[];
}

function Line({ number, name, columns, cells }: LineProps) {
  return (
    <tr>
      <td>{number}</td>
      {name === '' ? <td /> : <th scope="row">{name}</th>}
      {columns.map((column, at) => (
        <td key={column}>{cells[at]}</td>
      ))}
      <td />
      <td />
      <td />
    </tr>
  );
}
