import classes from './ranked-bars.module.css';

interface RankedBarsProps<Row> {
  label: string;
  rows: readonly Row[];
  /** Two may have one name. */
  rowKey: (row: Row) => string;
  name: (row: Row) => string;
  value: (row: Row) => number;
  words: (row: Row) => string;
}

/** Things by size: each with its name, a bar and its figure in words. */
export function RankedBars<Row>({ label, rows, rowKey, name, value, words }: RankedBarsProps<Row>) {
  const most = Math.max(1, ...rows.map(value));
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.row}>
          <span className={classes.name}>{name(row)}</span>
          <span className={classes.words}>{words(row)}</span>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${(value(row) / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
