import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { SessionStateBadge, sessionPageAddress } from '@/modules/pm/sessions';
import { useMembers, useOrganization } from '@/platform/organizations';
import { formatTimeRange } from '@/platform/time';
import { groupTypeLook, SeatsBar } from '@/platform/ui';
import type { TodaysSession } from './api/get-todays-sessions';
import classes from './session-row.module.css';

/** A session of today: when, what, who and where, how full, and its state. */
export function SessionRow({ session }: { session: TodaysSession }) {
  const { slug, timezone } = useOrganization();
  const { group } = session;
  const time = formatTimeRange(session.starts_at, session.ends_at, timezone);
  const facilitator = useMemberName(session.facilitator_id);
  const { color, icon: TypeIcon, label } = groupTypeLook(group?.group_type ?? 'other');
  return (
    <li className={classes.row} style={{ borderInlineStartColor: color }}>
      <Anchor
        component={Link}
        to={sessionPageAddress(slug, session.id)}
        size="sm"
        fw={500}
        className={classes.time}
        aria-label={`Session of ${group?.name ?? 'a deleted group'}, ${time}`}
      >
        {time}
      </Anchor>
      <div className={classes.what}>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <TypeIcon size={16} stroke={1.6} className={classes.icon} aria-label={label} />
          {group ? (
            <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}`} className={classes.name}>
              {group.name}
            </Anchor>
          ) : (
            <Text size="sm">Deleted group</Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {[session.location, facilitator].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className={classes.seats}>
        {group && (
          <SeatsBar
            taken={group.patient_count ?? 0}
            capacity={group.max_capacity}
            waiting={group.waitlist_count ?? 0}
          />
        )}
      </div>
      <div className={classes.status}>
        <SessionStateBadge session={session} />
      </div>
    </li>
  );
}

function useMemberName(userId: string | null): string | null {
  const { data: members = [] } = useMembers();
  return members.find(({ id }) => id === userId)?.full_name ?? null;
}
