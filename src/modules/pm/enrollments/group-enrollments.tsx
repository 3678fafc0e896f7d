import { Text } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ErrorState, TableSkeleton } from '@/platform/ui';
import { useRoster } from './api/get-roster';
import { RosterPanel } from './roster-panel';

/** A group's roster, waitlist and history, with what the person may do about them. */
export function GroupEnrollments({ groupId }: { groupId: string }) {
  const allowed = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  if (!allowed) return <Text c="dimmed">Your role does not include enrollments.</Text>;
  return <VisibleEnrollments groupId={groupId} />;
}

function VisibleEnrollments({ groupId }: { groupId: string }) {
  const { data: roster, error, refetch } = useRoster(groupId);
  if (error && !roster) return <ErrorState error={error} onRetry={refetch} />;
  if (!roster) return <TableSkeleton columns={3} rows={8} />;
  return <RosterPanel roster={roster} />;
}
