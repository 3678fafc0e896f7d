import { notifyDone } from '@/platform/ui';
import { useBulkEnrollPatients } from './api/bulk-enroll-patients';
import { useEnrollPatient } from './api/enroll-patient';
import { type EnrollOutcome, outcomesOf } from './enroll-outcome';
import { type PatientIdentity, patientName } from './patient-identity';
import { bulkSentence, enrolledSentence } from './sentences';

/** Enrolls one patient or many, says so in a toast, and answers what came of each. Rejects when nothing was done. */
export function useEnrolling(groupId: string) {
  const single = useEnrollPatient(groupId);
  const bulk = useBulkEnrollPatients(groupId);

  async function enrollOne(patient: PatientIdentity): Promise<EnrollOutcome[]> {
    const { enrollment, placement } = await single.mutateAsync(patient.id);
    const sentence = enrolledSentence(patientName(patient), enrollment.status, placement);
    notifyDone({ message: sentence });
    return [{ key: enrollment.id, enrolled: true, sentence }];
  }

  async function enrollMany(patients: readonly PatientIdentity[]): Promise<EnrollOutcome[]> {
    const { counts, results } = await bulk.mutateAsync(patients.map(({ id }) => id));
    const outcomes = outcomesOf(results, patients);
    if (counts.assigned + counts.waitlisted > 0) notifyDone({ message: bulkSentence(counts) });
    return outcomes;
  }

  return {
    enroll: (patients: readonly PatientIdentity[]) => {
      const [first, second] = patients;
      return first && !second ? enrollOne(first) : enrollMany(patients);
    },
    running: single.isPending || bulk.isPending,
  };
}
