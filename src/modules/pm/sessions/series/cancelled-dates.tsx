import { ScrollArea, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { clockRange } from '../wall-clock';
import type { SeriesSession } from './api/get-series-sessions';
import { dayWords } from './day-words';
import classes from './series.module.css';

/** The sessions that would be cancelled, in columns: a long series stays in sight. */
export function CancelledDates({ sessions }: { sessions: readonly SeriesSession[] }) {
  const thisYear = todayIn(useOrganization().timezone).slice(0, 4);
  if (sessions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No session of the series is still scheduled from here on.
      </Text>
    );
  return (
    <ScrollArea.Autosize
      mah={180}
      className={classes.cancelled}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Sessions that are cancelled' }}
    >
      <ul>
        {sessions.map(({ id, session_date, start_time, end_time }) => (
          <Text key={id} component="li" size="sm">
            {dayWords(session_date, thisYear)}{' '}
            <Text span c="dimmed">
              {clockRange(start_time, end_time)}
            </Text>
          </Text>
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
}
