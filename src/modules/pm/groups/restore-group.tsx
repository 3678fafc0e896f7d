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

  async function restore() {
    await restoration.mutateAsync(group.id);
    // Said here, because the group itself has taken this page's place by now.
    notifyDone({ message: `${group.name} is back as it was.` });
  }

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
              // A refusal is shown below.
              onClick={() => restore().catch(() => undefined)}
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
