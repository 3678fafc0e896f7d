import { notifyDone } from '@/platform/ui';
import { useEnrollPatient } from '../api/enroll-patient';
import type { TransferTarget } from '../api/get-transfer-targets';
import { useTransferEnrollment } from '../api/transfer-enrollment';
import { patientName } from '../patient-identity';
import type { RosterEntry } from '../roster-model';
import { enrolledSentence, seatsFreedSentence } from '../sentences';
import { transferredSentence } from './transfer-sentences';

interface Terms {
  startsOn: string | null;
  reason: string;
  /** Whether to give up what the patient has here for a place on a waitlist there. */
  onFull: 'reject' | 'waitlist';
}

/** Transfers, or puts on the waitlist of the other group as well, and says what came of it. Both reject with the refusal. */
export function useTransferring(target: TransferTarget | null) {
  const transfer = useTransferEnrollment();
  const enrollment = useEnrollPatient(target?.id ?? '');

  async function transferTo(there: TransferTarget, { id, patient }: RosterEntry, terms: Terms) {
    const { status, placement, promoted } = await transfer.mutateAsync({
      enrollmentId: id,
      groupId: there.id,
      ...terms,
    });
    const promotedName = promoted?.name ?? null;
    notifyDone({
      message: transferredSentence({
        name: patientName(patient),
        groupName: there.name,
        status,
        placement,
        promotedName,
      }),
    });
  }

  async function alsoWaitIn(there: TransferTarget, { patient, patient_id }: RosterEntry, startsOn: string | null) {
    const {
      enrollment: row,
      placement,
      outlook,
    } = await enrollment.mutateAsync({
      patientId: patient_id,
      onFull: 'waitlist',
      startsOn,
    });
    const said = `${there.name}: ${enrolledSentence(patientName(patient), row.status, placement)}`;
    notifyDone({ message: outlook ? `${said} ${seatsFreedSentence(outlook)}` : said });
  }

  return { transferTo, alsoWaitIn };
}
