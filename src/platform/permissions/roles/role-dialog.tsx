import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../api/get-roles';
import { DeleteRole } from './delete-role';
import { NewRoleForm } from './new-role-form';
import { RenameRoleForm } from './rename-role-form';

/** What is about to be done; role is the one to be copied when a new one is made, null for one without permissions. */
export type RoleTask =
  | { kind: 'create'; role: Role | null }
  | { kind: 'rename'; role: Role }
  | { kind: 'delete'; role: Role };

export type OpenRoleDialog = (task: RoleTask) => void;

/** The dialog of the roles: what it is for, and how to open and close it. The task stays while the dialog fades away. */
export function useRoleDialog() {
  const [task, setTask] = useState<RoleTask | null>(null);
  const [opened, setOpened] = useState(false);
  const open: OpenRoleDialog = (next) => {
    setTask(next);
    setOpened(true);
  };
  return { task, opened, open, close: () => setOpened(false) };
}

interface RoleDialogProps {
  task: RoleTask | null;
  opened: boolean;
  roles: readonly Role[];
  onClose: () => void;
  /** When it has faded away and the focus is back where it was, if that is still there. */
  onClosed: () => void;
}

export function RoleDialog({ task, opened, roles, onClose, onClosed }: RoleDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={titleOf(task)} onExitTransitionEnd={onClosed}>
      {task?.kind === 'create' && <NewRoleForm roles={roles} copied={task.role} onClose={onClose} />}
      {task?.kind === 'rename' && <RenameRoleForm role={task.role} onClose={onClose} />}
      {task?.kind === 'delete' && <DeleteRole role={task.role} onClose={onClose} />}
    </Modal>
  );
}

function titleOf(task: RoleTask | null): string {
  switch (task?.kind) {
    case 'rename':
      return 'Rename the role';
    case 'delete':
      return 'Delete this role?';
    default:
      return 'New role';
  }
}
