import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState, PageHeader } from '@/platform/ui';
import { useDeletedGroups } from './api/get-deleted-groups';
import { RestoreGroup } from './restore-group';

/** Stands where a group would be that never was, or was deleted; who may delete groups can bring it back here. */
export function GroupNotFound({ groupId }: { groupId: string }) {
  const { can } = usePermissions();
  return can(PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE) ? <MaybeDeleted groupId={groupId} /> : <NotFound />;
}

function MaybeDeleted({ groupId }: { groupId: string }) {
  const { data, isPending } = useDeletedGroups();
  const group = data?.find(({ id }) => id === groupId);
  if (group) return <RestoreGroup group={group} />;
  // Nothing is said before it is known.
  return isPending ? null : <NotFound />;
}

function NotFound() {
  const { slug } = useOrganization();
  return (
    <>
      <PageHeader title="Group not found" />
      <EmptyState
        icon={IconUsersGroup}
        title="There is no such group"
        description="It may have been deleted, or the address is incomplete."
        action={
          <Button component={Link} to={`/o/${slug}/pm/groups`} variant="default">
            All groups
          </Button>
        }
      />
    </>
  );
}
