import { List, Stack, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { confirmAction, notifyDone } from '@/platform/ui';
import { useDeleteGroup } from './api/delete-group';
import type { Group } from './api/get-group';
import { useRestoreGroup } from './api/restore-group';
import { deletionSentences } from './sentences';

/** Asks with the consequences in words, deletes, returns to the list, and offers to bring the group back. */
export function useDeletingGroup() {
  const list = `/o/${useOrganization().slug}/pm/groups`;
  const navigate = useNavigate();
  const { can } = usePermissions();
  const deletion = useDeleteGroup();
  const restoration = useRestoreGroup();
  const seesEnrollments = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);

  async function restore(group: Group) {
    await restoration.mutateAsync(group.id);
    notifyDone({ message: `${group.name} is back as it was.` });
  }

  async function remove(group: Group) {
    await deletion.mutateAsync(group.id);
    navigate(list);
    notifyDone({ message: `${group.name} was deleted.`, undo: { onUndo: () => restore(group) } });
  }

  return (group: Group) =>
    confirmAction({
      title: `Delete ${group.name}?`,
      message: (
        <Stack gap="xs">
          <List size="sm" spacing={4}>
            {deletionSentences({
              enrolled: seesEnrollments ? group.patient_count : null,
              waiting: seesEnrollments ? group.waitlist_count : null,
              hasNextSession: group.next_session_at !== null,
            }).map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          <Text size="sm">A group that has come to its end is better set to completed.</Text>
        </Stack>
      ),
      confirmLabel: 'Delete group',
      danger: true,
      onConfirm: () => remove(group),
    });
}
