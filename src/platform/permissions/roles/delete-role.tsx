import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { describeError } from '@/platform/supabase/errors';
import { notifyDone, ProblemAlert } from '@/platform/ui';
import { useDeleteRole } from '../api/delete-role';
import type { Role } from '../api/get-roles';
import { Can } from '../can';
import { PF_PERMISSIONS } from '../constants';
import { useHoldersAddress } from './use-holders-address';

interface DeleteRoleProps {
  role: Role;
  onClose: () => void;
}

/** Asks before a role is deleted; of one that somebody holds it says who to look at first. */
export function DeleteRole({ role, onClose }: DeleteRoleProps) {
  const deletion = useDeleteRole();
  const holdersAddress = useHoldersAddress();
  const inUse = deletion.error !== null && describeError(deletion.error).code === 'ROLE_IN_USE';

  function remove() {
    deletion.mutate(role.id, {
      onSuccess: () => {
        notifyDone({ message: `The role ${role.name} was deleted.` });
        onClose();
      },
    });
  }

  return (
    <Stack>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        The role {role.name} and its column disappear, and open invitations with it are revoked. This cannot be taken
        back.
      </Text>
      <ProblemAlert error={deletion.error} />
      {inUse && (
        <Can permission={PF_PERMISSIONS.MEMBERS_VIEW}>
          <Anchor component={Link} to={holdersAddress(role)} size="sm">
            Show the members who hold it
          </Anchor>
        </Can>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={deletion.isPending} data-autofocus>
          Keep as it is
        </Button>
        <Button color="red" loading={deletion.isPending} onClick={remove}>
          Delete role
        </Button>
      </Group>
    </Stack>
  );
}
