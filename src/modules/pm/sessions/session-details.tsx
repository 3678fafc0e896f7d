import { Alert, Anchor, Group, Stack, Title } from '@mantine/core';
import { IconBan, IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState, ErrorState, GroupTypeBadge, ListSkeleton } from '@/platform/ui';
import { groupSeatsQueryOptions } from './api/get-group-seats';
import { type SessionDetail, sessionQueryOptions } from './api/get-session';
import { ApprovalNotice } from './approval/approval-notice';
import { SessionStateBadge } from './approval/session-state-badge';
import { OverrideBadge } from './override-badge';
import { sessionName } from './session';
import { SessionActions } from './session-actions';
import { SessionFacts } from './session-facts';
import { SessionOverride } from './session-override';
import { SessionRoster } from './session-roster';
import { usePeople } from './use-people';

/** One session in whole, from its id; says so when it is not there. */
export function SessionDetails({ sessionId, headingId }: { sessionId: string; headingId: string }) {
  const { id } = useOrganization();
  const session = useQuery(sessionQueryOptions(id, sessionId));
  if (session.isError) return <ErrorState error={session.error} onRetry={session.refetch} />;
  if (session.data === undefined) return <ListSkeleton rows={4} />;
  if (session.data === null)
    return (
      <EmptyState
        icon={IconCalendarOff}
        title="There is no such session"
        description="The link may be old, or it belongs to another organization."
      />
    );
  return <Details session={session.data} headingId={headingId} />;
}

function Details({ session, headingId }: { session: SessionDetail; headingId: string }) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  const people = usePeople();
  const seats = useQuery({
    ...groupSeatsQueryOptions(id, [session.group_definition_id]),
    enabled: can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) && session.group !== null,
  });
  return (
    <Stack gap="md">
      <Stack gap={8}>
        <Group gap={6}>
          {session.group && <GroupTypeBadge groupType={session.group.group_type} />}
          <SessionStateBadge session={session} />
          {session.conflict_override && <OverrideBadge />}
        </Group>
        <Heading session={session} id={headingId} />
      </Stack>
      {session.cancellation_reason && (
        <Alert
          role="note"
          color="red"
          icon={<IconBan aria-hidden />}
          title={session.approval_status === 'rejected' ? 'Not approved' : 'Cancelled'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {session.cancellation_reason}
        </Alert>
      )}
      <ApprovalNotice session={session} />
      <SessionOverride session={session} />
      <SessionFacts session={session} people={people} seats={seats.data?.[session.group_definition_id]} />
      <SessionActions session={session} />
      <SessionRoster session={session} />
    </Stack>
  );
}

function Heading({ session, id }: { session: SessionDetail; id: string }) {
  const { slug } = useOrganization();
  const heading = useRef<HTMLHeadingElement>(null);
  // The panel opens beside the calendar: the focus goes along, so that the keyboard and a screen reader are in it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const name = sessionName(session);
  return (
    <Title
      ref={heading}
      id={id}
      order={2}
      size="h3"
      tabIndex={-1}
      style={{ outline: 'none', overflowWrap: 'anywhere' }}
    >
      {session.group ? (
        <Anchor component={Link} to={`/o/${slug}/pm/groups/${session.group.id}`} inherit c="inherit">
          {name}
        </Anchor>
      ) : (
        name
      )}
    </Title>
  );
}
