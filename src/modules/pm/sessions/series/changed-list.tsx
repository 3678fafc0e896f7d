import { Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconPin } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { clockRange } from '../wall-clock';
import type { SeriesSession } from './api/get-series-sessions';
import type { ChangedSession } from './api/preview-series-change';
import { conflictWords } from './conflict-words';
import { dayWords } from './day-words';
import { plural } from './plan-model';
import classes from './series.module.css';

interface ChangedListProps {
  changed: readonly ChangedSession[];
  /** As they are now, for where they come from. */
  present: readonly SeriesSession[];
  isStale: boolean;
}

/** The sessions of a series as they would be, with what stands in their way. */
export function ChangedList({ changed, present, isStale }: ChangedListProps) {
  const { timezone } = useOrganization();
  const thisYear = todayIn(timezone).slice(0, 4);
  return (
    <ul className={classes.dates} aria-busy={isStale} aria-label="Sessions after the change">
      {changed.map((session) => {
        const before = present.find(({ id }) => id === session.id);
        const moved = before && before.session_date !== session.date;
        return (
          <li key={session.id} className={classes.row} data-state={session.conflicts.length > 0 ? 'conflict' : 'free'}>
            <div className={classes.line}>
              <Text size="sm" className={classes.day}>
                {moved && (
                  <Text span c="dimmed" fw={400}>
                    {dayWords(before.session_date, thisYear)} →{' '}
                  </Text>
                )}
                {dayWords(session.date, thisYear)}
              </Text>
              <Text size="sm" c="dimmed" className={classes.when}>
                {clockRange(session.start, session.end)}
              </Text>
              <Status {...session} />
            </div>
            {session.conflicts.length > 0 && (
              <div className={classes.words}>
                {conflictWords(session.conflicts, timezone).map((words) => (
                  <Text key={words} size="xs">
                    {words}
                  </Text>
                ))}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Status({ conflicts, keepsOwn }: ChangedSession) {
  const isClosed = conflicts.some(({ kind }) => kind === 'closed_day');
  const free = keepsOwn ? IconPin : IconCheck;
  const StateIcon = conflicts.length === 0 ? free : isClosed ? IconBan : IconAlertTriangle;
  const words = [conflicts.length > 0 && plural(conflicts.length, 'conflict'), keepsOwn && 'Keeps its own']
    .filter(Boolean)
    .join(', ');
  return (
    <Text size="xs" className={classes.status}>
      <StateIcon size={14} aria-hidden />
      <span>{words || 'Free'}</span>
    </Text>
  );
}
