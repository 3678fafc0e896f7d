import { Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { EmptyState, notifyDone, PageHeader, ProblemAlert } from '@/platform/ui';
import { useRestoreGroup } from './api/restore-group';

interface RestoreGroupProps {
  group: { id: string; name: string; deleted_at: string | null };
}

/** A deleted group, and the way back. */
export function RestoreGroup({ group }: RestoreGroupProps) {
  const { slug, timezone } = useOrganization();
  const restoration = useRestoreGroup();
  const when = group.deleted_at ? ` on ${formatTimestamp(group.deleted_at, timezone)}` : '';
  return (
    <>
      <PageHeader title={group.name} breadcrumbs={[{ label: 'Groups', to: `/o/${slug}/pm/groups` }]} />
      <EmptyState
        icon={IconTrash}
        title="This group was deleted"
        description={`It was deleted${when}. Its enrollments and sessions were kept.`}
        action={
          <Stack>
            <Button
              loading={restoration.isPending}
              onClick={() =>
                restoration.mutate(group.id, {
                  onSuccess: () => notifyDone({ message: `${group.name} is back as it was.` }),
                })
              }
            >
              Restore group
            </Button>
            <ProblemAlert error={restoration.error} />
          </Stack>
        }
      />
    </>
  );
}
