import { useMutation } from '@tanstack/react-query';
import { restoredSentence, useRestoreEnrollment } from '@/modules/pm/enrollments';
import { useRestorePatient } from '@/modules/pm/patients';
import type { DeletedRecord } from '../api/get-recently-deleted';
import { useRefreshRecords } from '../api/keys';
import { restoreGroup } from '../api/restore-group';

/** Brings a deleted record back; answers what came of it as a sentence. Rejects when it is refused, and nothing changed. */
export function useRestore(record: DeletedRecord) {
  const patient = useRestorePatient();
  const enrollment = useRestoreEnrollment(record.group_definition_id ?? '');
  const refresh = useRefreshRecords();

  async function restore(): Promise<string> {
    if (record.kind === 'group') {
      await restoreGroup(record.id);
      return `${record.name} is back as it was, with its enrollments and sessions.`;
    }
    if (record.kind === 'patient') {
      await patient.mutateAsync(record.id);
      return `${record.name} is back. Enrollments that ended with the deletion stay ended.`;
    }
    const { enrollment: restored, placement } = await enrollment.mutateAsync(record.id);
    return restoredSentence(record.name, restored.status, placement);
  }

  // The list is not waited for: the answer is to be read at once.
  return useMutation({ mutationFn: restore, onSettled: () => void refresh() });
}
