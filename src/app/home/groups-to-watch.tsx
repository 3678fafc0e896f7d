import { Anchor, Badge, Box, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHourglass, IconTrendingDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatLongDate, parseTimestamp, wallClock } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type GroupToWatch, useGroupsToWatch } from './api/get-groups-to-watch';
import classes from './groups-to-watch.module.css';
import { HomeSection } from './home-section';

/** Groups whose number of patients asks for a decision, and those with a waitlist. */
export function GroupsToWatch() {
  const groups = useGroupsToWatch();
  if (!groups.data) {
    return (
      <HomeSection title="Seats">
        {groups.isError ? (
          <ErrorState error={groups.error} onRetry={groups.refetch} />
        ) : (
          <Box px="md" pb="md">
            <ListSkeleton rows={3} />
          </Box>
        )}
      </HomeSection>
    );
  }
  const unbalanced = groups.data.filter((group) => group.is_over_capacity || group.is_under_minimum);
  const waiting = groups.data.filter((group) => (group.waitlist_count ?? 0) > 0);
  return (
    <>
      <HomeSection title="Seats" aside={countOf(unbalanced)}>
        <GroupList groups={unbalanced} empty="Every active group is within its limits." tab="" badge={balanceBadge} />
      </HomeSection>
      <HomeSection title="Waitlists" aside={countOf(waiting)}>
        <GroupList groups={waiting} empty="Nobody is waiting." tab="/enrollments" badge={waitingBadge} />
      </HomeSection>
    </>
  );
}

function countOf(groups: readonly GroupToWatch[]): string | null {
  if (groups.length === 0) return null;
  return groups.length === 1 ? '1 group' : `${groups.length} groups`;
}

interface GroupListProps {
  groups: readonly GroupToWatch[];
  empty: string;
  /** Where on the group's page the choices are: its overview, or a tab. */
  tab: '' | '/enrollments';
  badge: (group: GroupToWatch) => ReactNode;
}

function GroupList({ groups, empty, tab, badge }: GroupListProps) {
  const { slug, timezone } = useOrganization();
  if (groups.length === 0) {
    return (
      <Group gap="xs" px="md" pb="md" c="dimmed">
        <IconCircleCheck size={16} aria-hidden />
        <Text size="sm">{empty}</Text>
      </Group>
    );
  }
  return (
    <ul className={classes.list}>
      {groups.map((group) => (
        <li key={group.id} className={classes.row}>
          <div className={classes.name}>
            <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}${tab}`} className={classes.link}>
              {group.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {seatsLine(group, timezone)}
            </Text>
          </div>
          {badge(group)}
        </li>
      ))}
    </ul>
  );
}

/** Seats, and for a group under its minimum also until when that can be mended. */
function seatsLine(
  { patient_count, max_capacity, is_under_minimum, next_session_at }: GroupToWatch,
  timezone: string,
): string {
  const seats = `${patient_count} of ${max_capacity} seats`;
  if (!is_under_minimum || next_session_at === null) return seats;
  return `${seats} · next session ${formatLongDate(wallClock(parseTimestamp(next_session_at), timezone).date)}`;
}

function balanceBadge(group: GroupToWatch): ReactNode {
  return group.is_over_capacity ? (
    <Badge color="red" leftSection={<IconAlertTriangle size={13} aria-hidden />}>
      {(group.patient_count ?? 0) - group.max_capacity} over capacity
    </Badge>
  ) : (
    <Badge color="yellow" leftSection={<IconTrendingDown size={13} aria-hidden />}>
      Minimum {group.min_capacity}
    </Badge>
  );
}

function waitingBadge(group: GroupToWatch): ReactNode {
  return (
    <Badge color="blue" leftSection={<IconHourglass size={13} aria-hidden />}>
      {group.waitlist_count} waiting
    </Badge>
  );
}
