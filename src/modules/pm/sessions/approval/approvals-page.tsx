import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { zoneLabelIfDifferent } from '@/platform/time';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import { usePendingSessions } from './api/get-pending-sessions';
import { PendingList } from './pending-list';
import { RejectDialog } from './reject-dialog';

const STEP = 50;

/** /o/:slug/pm/approvals: every session that waits for approval. */
export function ApprovalsPage() {
  const zone = zoneLabelIfDifferent(useOrganization().timezone);
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_SCHEDULE_VIEW}>
      <PageHeader title="Waiting for approval" subtitle={zone && `Times are ${zone}.`} />
      <Pending />
      <RejectDialog />
    </RequirePermission>
  );
}

function Pending() {
  const [limit, setLimit] = useState(STEP);
  const { data, error, refetch, isPlaceholderData } = usePendingSessions(limit);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={6} />;
  if (data.total === 0)
    return (
      <EmptyState
        icon={IconCircleCheck}
        title="Nothing waits for approval"
        description="Groups whose session policy asks for approval send their new and moved sessions here."
      />
    );
  return (
    <>
      <Paper style={{ overflow: 'clip' }}>
        <PendingList sessions={data.sessions} />
      </Paper>
      <Group mt="md" gap="sm">
        <Text size="sm" c="dimmed">
          {data.sessions.length} of {data.total}
        </Text>
        {data.total > data.sessions.length && (
          <Button variant="default" size="xs" loading={isPlaceholderData} onClick={() => setLimit(limit + STEP)}>
            Show more
          </Button>
        )}
      </Group>
    </>
  );
}
