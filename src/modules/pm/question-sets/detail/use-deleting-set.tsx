import { List } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { confirmAction, notifyDone } from '@/platform/ui';
import { useDeleteQuestionSet } from '../api/delete-question-set';
import { useRestoreQuestionSet } from '../api/restore-question-set';

interface Deleted {
  id: string;
  title: string;
}

/** Asks with the consequences in words, archives, returns to the library, and offers to bring the set back. */
export function useDeletingSet() {
  const library = `/o/${useOrganization().slug}/pm/question-sets`;
  const navigate = useNavigate();
  const deletion = useDeleteQuestionSet();
  const restoration = useRestoreQuestionSet();

  async function restore({ id, title }: Deleted) {
    await restoration.mutateAsync(id);
    notifyDone({ message: `${title} is back, for the groups that used it, too.` });
  }

  async function remove(set: Deleted) {
    await deletion.mutateAsync(set.id);
    navigate(library);
    notifyDone({ message: `${set.title} was deleted.`, undo: { onUndo: () => restore(set) } });
  }

  return (set: Deleted) =>
    confirmAction({
      title: `Delete ${set.title}?`,
      message: (
        <List size="sm" spacing={4}>
          <List.Item>Groups that use it ask it no more, from their next session on.</List.Item>
          <List.Item>Sessions that are running, and what was answered, keep it.</List.Item>
          <List.Item>It is kept under Archived, and can be brought back.</List.Item>
        </List>
      ),
      confirmLabel: 'Delete question set',
      danger: true,
      onConfirm: () => remove(set),
    });
}
