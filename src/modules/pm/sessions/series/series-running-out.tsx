import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import type { Series } from './api/get-series';
import { dayWords } from './day-words';
import classes from './series.module.css';
import { seriesWords } from './series-words';

/** Series whose last session is near or past, each with the way to extend it. */
export function SeriesRunningOut({ series }: { series: readonly Series[] }) {
  const { slug, timezone } = useOrganization();
  const mayExtend = usePermissions().can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE);
  const today = todayIn(timezone);
  return (
    <ul className={classes.plain}>
      {series.map(({ id, group_definition_id, group_name, recurrence_rule, last_session_on }) => {
        const sessions = `/o/${slug}/pm/groups/${group_definition_id}/sessions`;
        return (
          <li key={id} className={classes.item}>
            <div className={classes.itemWords}>
              <Anchor component={Link} to={sessions} size="sm" fw={600} c="inherit" className={classes.words}>
                {group_name ?? 'Group not available'}
              </Anchor>
              <Text size="xs" c="dimmed">
                {seriesWords(recurrence_rule)},{' '}
                {last_session_on &&
                  `${last_session_on < today ? 'ended' : 'ends'} on ${dayWords(last_session_on, today.slice(0, 4))}`}
              </Text>
            </div>
            {mayExtend && (
              <Anchor component={Link} to={`${sessions}?dialog=extend-series&series=${id}`} size="sm">
                Extend
              </Anchor>
            )}
          </li>
        );
      })}
    </ul>
  );
}
