import { Badge, Button, Group, Text } from '@mantine/core';
import { IconFlag, IconHourglassLow } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { useSessionAddress } from '../session-address';
import { clockRange } from '../wall-clock';
import type { Series } from './api/get-series';
import { useSetSeriesFinite } from './api/set-series-finite';
import { dayWords } from './day-words';
import classes from './series.module.css';
import { seriesWords } from './series-words';

/** One series: how often, when, how much is left, and what to do as its end comes near. */
export function SeriesItem({ series, canSchedule }: { series: Series; canSchedule: boolean }) {
  const { timezone } = useOrganization();
  const { openExtendSeries } = useSessionAddress();
  const finite = useSetSeriesFinite();
  const today = todayIn(timezone);
  const last = series.last_session_on && dayWords(series.last_session_on, today.slice(0, 4));
  const left = series.sessions_left ?? 0;

  // Awaited here: what `mutate` is given is not told to whoever has left the page.
  async function letEnd(meantToEnd: boolean) {
    try {
      await finite.mutateAsync({ seriesId: series.id, meantToEnd });
      notifyDone({
        message: meantToEnd ? 'The series may end; nobody is reminded.' : 'You will be told when the series runs out.',
        undo: { onUndo: () => finite.mutateAsync({ seriesId: series.id, meantToEnd: !meantToEnd }) },
      });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <div className={classes.item}>
      <div className={classes.itemWords}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {seriesWords(series.recurrence_rule)}
          </Text>
          {series.is_running_out && (
            <Badge color="yellow" leftSection={<IconHourglassLow size={13} aria-hidden />}>
              {series.last_session_on && series.last_session_on < today ? 'Ran out on' : 'Runs out on'} {last}
            </Badge>
          )}
          {series.is_finite && (
            <Badge color="gray" leftSection={<IconFlag size={13} aria-hidden />}>
              Meant to end
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {[clockRange(series.start_time, series.end_time), last && `until ${last}`, `${left} left`]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        {(series.is_running_out || series.is_finite) && (
          <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_EDIT}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={finite.isPending}
              onClick={() => letEnd(!series.is_finite)}
            >
              {series.is_finite ? 'Remind me' : 'Let it end'}
            </Button>
          </Can>
        )}
        {canSchedule && (
          <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
            <Button variant="default" size="compact-sm" onClick={() => openExtendSeries(series.id)}>
              Extend
            </Button>
          </Can>
        )}
      </Group>
    </div>
  );
}
