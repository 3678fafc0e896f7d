import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { pageStyle } from './page-style';
import classes from './sheet.module.css';

export interface SheetFact {
  label: string;
  value: string;
}

interface SheetPaperProps {
  /** Tells this sheet's pages from those of others in the same print; letters and digits. */
  page: string;
  /** Too many columns for a page that stands upright. */
  isWide: boolean;
  /** "Roster", "Sign-in sheet". */
  kind: string;
  organization: string;
  group: string;
  facts: readonly SheetFact[];
  /** Says so in a frame, because people will look for the session. */
  isCancelled: boolean;
  /** When it was made, in words: paper does not change with the roster. */
  made: string;
  children: ReactNode;
}

/** A sheet of paper, black on white: what it is and for whom on top, its lists below. */
export function SheetPaper({
  page,
  isWide,
  kind,
  organization,
  group,
  facts,
  isCancelled,
  made,
  children,
}: SheetPaperProps) {
  const when = facts[0]?.value ?? '';
  return (
    // On a narrow screen it is scrolled, with the keyboard too.
    <Box
      component="section"
      className={classes.frame}
      aria-label={`${kind}, ${group}, ${when}`}
      tabIndex={0}
      style={{ page }}
      data-wide={isWide || undefined}
    >
      <style>{pageStyle({ page, isWide, foot: `${group} · ${when} · ${kind}` })}</style>
      <article className={classes.sheet}>
        <p className={classes.kind}>
          {kind} · {organization}
        </p>
        <h2 className={classes.title}>{group}</h2>
        <dl className={classes.facts}>
          {facts.map(({ label: name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isCancelled && <p className={classes.cancelled}>This session is cancelled</p>}
        {children}
        <p className={classes.note}>{made}</p>
      </article>
    </Box>
  );
}
