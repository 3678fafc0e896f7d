import { Alert, Box, Button, Group, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle, IconPrinter, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { EmptyState, ErrorState, PageHeader } from '@/platform/ui';
import '@/platform/ui/on-paper.css';
import { sheetWaitlistQueryOptions } from './api/get-sheet-waitlist';
import { sheetsQueryOptions } from './api/get-sheets';
import { SheetList } from './sheet-list';
import { SheetOptions } from './sheet-options';
import { usePrintAddress } from './use-print-address';

/** /o/:slug/pm/groups/:groupId/print: a group's roster or sign-in sheet, for a day or for sessions. */
export function RosterPrintPage() {
  const { groupId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW}>
      <RequirePermission permission={PM_PERMISSIONS.PATIENTS_VIEW}>
        {isId(groupId) ? <Page groupId={groupId} /> : <NoSuchGroup />}
      </RequirePermission>
    </RequirePermission>
  );
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

function Page({ groupId }: { groupId: string }) {
  const { id, slug } = useOrganization();
  const [address, change] = usePrintAddress();
  const { session: sessionIds, on, sheet } = address;
  const sheets = useQuery(sheetsQueryOptions(id, { groupId, on, sessionIds }));
  const wantsWaitlist = sheet === 'roster' && address.waitlist === 'yes';
  const waitlist = useQuery({ ...sheetWaitlistQueryOptions(id, groupId), enabled: wantsWaitlist });
  const { data } = sheets;
  const groups = `/o/${slug}/pm/groups`;
  if (data === null) return <NoSuchGroup />;
  const error = sheets.error ?? (wantsWaitlist ? waitlist.error : null);
  const isReady = data !== undefined && !sheets.isPlaceholderData && (!wantsWaitlist || waitlist.data !== undefined);
  return (
    <>
      <Box data-screen-only>
        <PageHeader
          title={`${data?.group.name ?? 'Group'}: ${sheet === 'roster' ? 'roster' : 'sign-in sheet'}`}
          breadcrumbs={[
            { label: 'Groups', to: groups },
            { label: data?.group.name ?? 'Group', to: `${groups}/${groupId}/enrollments` },
          ]}
          action={
            <Group gap="xs">
              <Button
                variant="default"
                component={Link}
                to={`${groups}/${groupId}/enrollments`}
                leftSection={<IconArrowLeft size={16} aria-hidden />}
              >
                Back to the group
              </Button>
              <Button
                leftSection={<IconPrinter size={16} aria-hidden />}
                disabled={!isReady || data.rosters.length === 0}
                onClick={() => window.print()}
              >
                Print
              </Button>
            </Group>
          }
        />
        <SheetOptions groupId={groupId} address={address} rosters={data?.rosters ?? []} onChange={change} />
        {data && data.missing > 0 && !sheets.isPlaceholderData && (
          <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} mb="md" maw={800}>
            {data.missing === 1
              ? 'One of the sessions is left out: it does not exist any more, or belongs to another group.'
              : `${data.missing} of the sessions are left out: they do not exist any more, or belong to another group.`}
          </Alert>
        )}
      </Box>
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => Promise.all([sheets.refetch(), wantsWaitlist && waitlist.refetch()])}
        />
      ) : isReady && data.rosters.length === 0 ? (
        <EmptyState
          icon={IconPrinter}
          title="There is nothing to print"
          description="Choose another session, or none to have the roster of a day."
          action={
            <Button variant="default" onClick={() => change({ session: [] })}>
              Roster of today
            </Button>
          }
        />
      ) : isReady ? (
        <SheetList sheets={data} address={address} waiting={wantsWaitlist ? waitlist.data : undefined} />
      ) : (
        <Skeleton height={520} maw={800} role="status" aria-label="Loading the sheet" />
      )}
    </>
  );
}

function NoSuchGroup() {
  const groups = `/o/${useOrganization().slug}/pm/groups`;
  return (
    <>
      <PageHeader title="Group not found" />
      <EmptyState
        icon={IconUsersGroup}
        title="There is no such group"
        description="It may have been deleted, or your role does not include groups."
        action={
          <Button component={Link} to={groups} variant="default">
            All groups
          </Button>
        }
      />
    </>
  );
}
