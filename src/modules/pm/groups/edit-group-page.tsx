import { useParams } from 'react-router';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import { useGroup } from './api/get-group';
import { EditGroup } from './edit-group';
import { GroupNotFound } from './group-not-found';

/** /o/:slug/pm/groups/:groupId/edit */
export function EditGroupPage() {
  const { groupId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.GROUP_DEFINITIONS_EDIT}>
      <LoadedGroup key={groupId} groupId={groupId} />
    </RequirePermission>
  );
}

function LoadedGroup({ groupId }: { groupId: string }) {
  const { data: group, error, refetch } = useGroup(groupId);
  if (group) return <EditGroup group={group} />;
  if (group === null) return <GroupNotFound groupId={groupId} />;
  return (
    <>
      <PageHeader title="Edit group" />
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ListSkeleton rows={8} />}
    </>
  );
}
