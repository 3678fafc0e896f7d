import { Stack, Text } from '@mantine/core';
import { confirmAction, notifyDone } from '@/platform/ui';
import { useDeleteEnrollment } from './api/delete-enrollment';
import { useRestoreEnrollment } from './api/restore-enrollment';
import { patientName } from './patient-identity';
import type { Roster, RosterEntry } from './roster-model';
import { departureSentence, restoredSentence } from './sentences';

/** Asks, deletes an enrollment made by mistake, and offers to bring it back. `onGone` follows when the row has gone. */
export function useDeleteEntry(groupId: string, onGone: () => void) {
  const deletion = useDeleteEnrollment();
  const restoration = useRestoreEnrollment(groupId);

  async function restore(entry: RosterEntry) {
    const { enrollment, placement } = await restoration.mutateAsync(entry.id);
    notifyDone({ message: restoredSentence(patientName(entry.patient), enrollment.status, placement) });
  }

  async function remove(entry: RosterEntry) {
    const { promotedName } = await deletion.mutateAsync(entry.id);
    const promoted = promotedName ? ` ${promotedName} moved up from the waitlist.` : '';
    notifyDone({
      message: `The enrollment of ${patientName(entry.patient)} was deleted.${promoted}`,
      undo: { onUndo: () => restore(entry) },
    });
    onGone();
  }

  return (roster: Roster, entry: RosterEntry) =>
    confirmAction({
      title: `Delete the enrollment of ${patientName(entry.patient)}?`,
      message: (
        <Stack gap="xs">
          <Text size="sm">
            For an enrollment that was made by mistake: it disappears from the group and from the patient's history. If
            the patient leaves the group, disenroll instead, so that the history stays.
          </Text>
          <Text size="sm">{departureSentence(roster, entry)}</Text>
        </Stack>
      ),
      confirmLabel: 'Delete enrollment',
      danger: true,
      onConfirm: () => remove(entry),
    });
}
