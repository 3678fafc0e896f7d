import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { dateFormat, formatDate, parseTimestamp } from '@/platform/time';
import { SeatsBar } from '@/platform/ui';
import type { GroupListItem } from './api/get-groups';
import { useHeldBack } from './api/get-held-back';

/** "Oct 1, 2026 to Mar 1, 2027", "From Oct 1, 2026"; null without dates. */
export function groupDates({ start_date, end_date }: { start_date: string | null; end_date: string | null }) {
  if (!start_date) return null;
  return end_date ? `${formatDate(start_date)} to ${formatDate(end_date)}` : `From ${formatDate(start_date)}`;
}

/** "2 facilitators", kept on one line; null where there is none. */
export function facilitatorCount({ facilitator_count }: Pick<GroupListItem, 'facilitator_count'>): string | null {
  if (!facilitator_count) return null;
  return `${facilitator_count}\u00a0${facilitator_count === 1 ? 'facilitator' : 'facilitators'}`;
}

/** Seats with waitlist; for those who may not see enrollments the capacity alone, because a count would read as 0. */
export function GroupSeats({ group }: { group: GroupListItem }) {
  const { can } = usePermissions();
  const { max_capacity, patient_count, waitlist_count } = group;
  const held = useHeldBack(group);
  if (!can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW)) {
    return (
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {max_capacity === 1 ? '1 seat' : `${max_capacity} seats`}
      </Text>
    );
  }
  return <SeatsBar taken={patient_count ?? 0} capacity={max_capacity} waiting={waitlist_count ?? 0} held={held} />;
}

/** The time of the next session on the organization's clock; for those who may not see the schedule nothing. */
export function NextSession({ group }: { group: GroupListItem }) {
  const { timezone } = useOrganization();
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW)) return null;
  if (!group.next_session_at) return <Absent>None planned</Absent>;
  return <Text size="sm">{sessionStart(group.next_session_at, timezone)}</Text>;
}

/** "Tue, Nov 24, 9:00 AM" on the clock of a zone; the year is left out, since it is the next session. */
function sessionStart(startsAt: string, timezone: string): string {
  const start = parseTimestamp(startsAt);
  const day = dateFormat({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: timezone,
  }).format(start);
  const time = dateFormat({
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
  }).format(start);
  // The time stays on one line.
  return `${day}, ${time.replace(/\s/g, '\u00a0')}`;
}

/** What is not there, in words or as a dash that screen readers skip. */
export function Absent({ children = <span aria-hidden>–</span> }: { children?: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" component="span">
      {children}
    </Text>
  );
}
