import { Button, Paper } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { EmptyState } from '@/platform/ui';

/** The home page of an organization that has no group yet. */
export function FirstSteps() {
  const { name, slug } = useOrganization();
  const mayCreate = usePermissions().can(PM_PERMISSIONS.GROUP_DEFINITIONS_CREATE);
  return (
    <Paper>
      <EmptyState
        icon={IconUsersGroup}
        title={`Welcome to ${name}`}
        description={
          mayCreate
            ? 'It begins with a group: its seats, its facilitators and when it meets. Then come its sessions and patients.'
            : 'There are no groups yet. As soon as somebody makes one, you will see it here.'
        }
        action={
          mayCreate && (
            <Button component={Link} to={`/o/${slug}/pm/groups/new`}>
              Create the first group
            </Button>
          )
        }
      />
    </Paper>
  );
}
