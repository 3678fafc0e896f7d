import { Group, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime, zoneLabelIfDifferent } from '@/platform/time';
import { GroupTypeBadge, PageHeader } from '@/platform/ui';
import { SessionStateBadge } from '../approval/session-state-badge';
import { OverrideBadge } from '../override-badge';
import { sessionName } from '../session';
import { usePeople } from '../use-people';
import type { RunningSession } from './api/get-running-session';
import { RunActions } from './run-actions';
import { sessionClock } from './session-clock';
import { useNow } from './use-now';

/** What the session is, where it is in time, and what can be done with it as a whole. */
export function RunHeader({ session }: { session: RunningSession }) {
  const { slug, timezone } = useOrganization();
  const people = usePeople();
  const clock = sessionClock(session, useNow());
  const facts = [
    formatSessionTime(session.starts_at, session.ends_at, timezone),
    zoneLabelIfDifferent(timezone),
    session.location,
    [people.nameOf(session.facilitator_id), people.nameOf(session.co_facilitator_id)].filter(Boolean).join(' and '),
  ].filter(Boolean);
  const crumbs = [{ label: 'Schedule', to: `/o/${slug}/pm/schedule` }];
  return (
    <PageHeader
      title={sessionName(session)}
      breadcrumbs={
        session.group
          ? [...crumbs, { label: 'Sessions of the group', to: `/o/${slug}/pm/groups/${session.group.id}/sessions` }]
          : crumbs
      }
      subtitle={
        <>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {facts.join(' · ')}
          </Text>
          <Group gap="xs" mt={6}>
            <SessionStateBadge session={session} />
            {session.group && <GroupTypeBadge groupType={session.group.group_type} />}
            {session.conflict_override && <OverrideBadge />}
            {clock && (
              <Text size="sm" fw={600} c="var(--mantine-color-text)">
                {clock}
              </Text>
            )}
          </Group>
        </>
      }
      action={<RunActions session={session} />}
    />
  );
}
