import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyDone } from '@/platform/ui';
import { useDisenrollPatient } from './api/disenroll-patient';
import { useEnrollPatient } from './api/enroll-patient';
import { patientName } from './patient-identity';
import type { RosterEntry } from './roster-model';
import { disenrolledSentence, enrolledSentence } from './sentences';

/** Disenrolls, says who got the seat, and offers to enroll again, which is no undo: the toast says where it leads. */
export function useDisenrolling(groupId: string) {
  const mayEnroll = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE);
  const departure = useDisenrollPatient(groupId);
  const enrollment = useEnrollPatient(groupId);

  async function enrollAgain({ patient, patient_id }: RosterEntry) {
    const again = await enrollment.mutateAsync(patient_id);
    notifyDone({ message: enrolledSentence(patientName(patient), again.enrollment.status, again.placement) });
  }

  return async (entry: RosterEntry, reason: string) => {
    const { promotedName, roster } = await departure.mutateAsync({ enrollmentId: entry.id, reason });
    notifyDone({
      message: disenrolledSentence({
        name: patientName(entry.patient),
        hadSeat: entry.status === 'enrolled',
        promotedName,
        roster,
      }),
      undo: mayEnroll ? { label: 'Enroll again', onUndo: () => enrollAgain(entry) } : undefined,
    });
  };
}
