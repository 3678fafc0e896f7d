import { Button } from '@mantine/core';
import { IconCalendarOff, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import '@/platform/ui/on-paper.css';
import { type Group, useGroup } from '../api/get-group';
import { useSessionContacts } from '../api/get-session-contacts';
import { TellEveryone } from './tell-everyone';

/** /o/:slug/pm/groups/:groupId/tell/:sessionId: who is to be told about a session, and how. */
export function TellPage() {
  const { groupId = '', sessionId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW}>
      <RequirePermission permission={PM_PERMISSIONS.PATIENTS_VIEW}>
        <Page groupId={groupId} sessionId={sessionId} />
      </RequirePermission>
    </RequirePermission>
  );
}

function Page({ groupId, sessionId }: { groupId: string; sessionId: string }) {
  const { data: group } = useGroup(groupId);
  const { data, error, refetch } = useSessionContacts(groupId, sessionId);
  if (data) return <Loaded group={group ?? null} {...data} />;
  return (
    <>
      <TellHeader group={group ?? null} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data === null ? (
        <NoSession />
      ) : (
        <ListSkeleton rows={8} />
      )}
    </>
  );
}

function Loaded({ group, ...told }: { group: Group | null } & Parameters<typeof TellEveryone>[0]) {
  return (
    <>
      <TellHeader group={group} canPrint={told.contacts.length > 0} />
      <TellEveryone {...told} />
    </>
  );
}

function TellHeader({ group, canPrint = false }: { group: Group | null; canPrint?: boolean }) {
  const { slug } = useOrganization();
  const list = `/o/${slug}/pm/groups`;
  return (
    <PageHeader
      title={group ? `Tell everyone: ${group.name}` : 'Tell everyone'}
      breadcrumbs={[
        { label: 'Groups', to: list },
        ...(group ? [{ label: group.name, to: `${list}/${group.id}` }] : []),
      ]}
      action={
        canPrint && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            data-screen-only
          >
            Print
          </Button>
        )
      }
    />
  );
}

function NoSession() {
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={IconCalendarOff}
      title="There is no such session in this group"
      description="The address is incomplete, or the session belongs to another group."
      action={
        <Button component={Link} to={`/o/${slug}/pm/groups`} variant="default">
          All groups
        </Button>
      }
    />
  );
}
