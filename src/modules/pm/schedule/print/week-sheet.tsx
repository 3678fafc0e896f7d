import type { CSSProperties } from 'react';
import classes from './week-sheet.module.css';
import type { SheetDay, SheetEntry } from './week-sheet-model';

interface WeekSheetProps {
  title: string;
  organization: string;
  days: readonly SheetDay[];
  filters: readonly string[];
  /** When it was made, in words: paper does not change with the calendar. */
  made: string;
}

/** A week on one landscape page, in words and black on white. */
export function WeekSheet({ title, organization, days, filters, made }: WeekSheetProps) {
  const most = Math.max(1, ...days.map(({ entries }) => entries.length));
  const measure: CSSProperties & Record<'--most', number> = { '--most': most };
  const deepest = Array.from({ length: most }, (_, index) => index);
  return (
    <article className={classes.sheet} style={measure}>
      {/* Here and not in the style sheet, which would stay for what is printed after this. */}
      <style>{'@page { size: landscape; margin: 8mm }'}</style>
      <header className={classes.header}>
        <h2 className={classes.title}>
          {organization}: {title}
        </h2>
        <p className={classes.note}>
          {filters.length > 0 && <strong>Filtered, {filters.join('; ')}. </strong>}
          {made}
        </p>
      </header>
      <table className={classes.table}>
        <thead>
          <tr>
            {days.map(({ date, weekday, day, closed }) => (
              <th key={date} scope="col">
                {weekday} <span className={classes.day}>{day}</span>
                {closed !== undefined && <span className={classes.closed}>Closed: {closed}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deepest.map((row) => (
            <tr key={row}>
              {days.map(({ date, entries }) => (
                <Cell key={date} entry={entries[row]} nothing={row === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function Cell({ entry, nothing }: { entry: SheetEntry | undefined; nothing: boolean }) {
  if (!entry) return <td>{nothing && <span className={classes.nothing}>No sessions</span>}</td>;
  const { time, name, facilitator, location, fill, state, cancelled } = entry;
  return (
    <td data-entry data-cancelled={cancelled || undefined}>
      <div className={classes.when}>
        <span>{time}</span>
        {fill && <span>{fill}</span>}
      </div>
      <div className={classes.name}>{name}</div>
      {state && <div className={classes.state}>{state}</div>}
      <div className={classes.where}>{[facilitator, location].filter(Boolean).join(' · ')}</div>
    </td>
  );
}
