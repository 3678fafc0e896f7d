import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import { runningSessionQueryOptions } from './api/get-running-session';
import { SessionRun } from './session-run';

/** /o/:slug/pm/sessions/:sessionId */
export function RunningSessionPage() {
  const { sessionId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
      {z.guid().safeParse(sessionId).success ? <LoadedSession key={sessionId} sessionId={sessionId} /> : <NoSession />}
    </RequirePermission>
  );
}

function LoadedSession({ sessionId }: { sessionId: string }) {
  const { id } = useOrganization();
  const { data: session, error, refetch } = useQuery(runningSessionQueryOptions(id, sessionId));
  if (session) return <SessionRun session={session} />;
  if (session === null) return <NoSession />;
  return (
    <>
      <PageHeader title="Session" />
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ListSkeleton rows={6} />}
    </>
  );
}

function NoSession() {
  return (
    <>
      <PageHeader title="Session" />
      <EmptyState
        icon={IconCalendarOff}
        title="There is no such session"
        description="The link may be old, or it belongs to another organization."
      />
    </>
  );
}
