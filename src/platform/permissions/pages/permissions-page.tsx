import { Alert, Button } from '@mantine/core';
import { IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { PageHeader } from '@/platform/ui';
import { useRoles } from '../api/get-roles';
import { Can } from '../can';
import { PF_PERMISSIONS } from '../constants';
import { Matrix } from '../matrix/matrix';
import { usePermissions } from '../permission-context';
import { RoleDialog, useRoleDialog } from '../roles/role-dialog';

/** What each role may do: for everybody to read, for who manages permissions to change. */
export function PermissionsPage() {
  const manages = usePermissions().can(PF_PERMISSIONS.PERMISSIONS_MANAGE);
  const { data: roles = [] } = useRoles();
  const newRole = useRef<HTMLButtonElement>(null);
  const { task, opened, open, close } = useRoleDialog();

  function keepFocus() {
    // A deleted role has taken the button with it that the focus would return to.
    if (document.activeElement === document.body) newRole.current?.focus();
  }

  return (
    <>
      <PageHeader
        title="Permissions"
        subtitle={
          manages
            ? 'A change is saved at once and counts from then on. Organization admin always holds every permission, so that nobody is locked out; what you do not hold yourself you can take away, but not give.'
            : undefined
        }
        action={
          <Can permission={PF_PERMISSIONS.PERMISSIONS_MANAGE}>
            <Button
              ref={newRole}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => open({ kind: 'create', role: null })}
            >
              New role
            </Button>
          </Can>
        }
      />
      {!manages && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} mb="md">
          Your role may read this and change nothing.
        </Alert>
      )}
      <Matrix onOpenRole={open} />
      <RoleDialog task={task} opened={opened} roles={roles} onClose={close} onClosed={keepFocus} />
    </>
  );
}
