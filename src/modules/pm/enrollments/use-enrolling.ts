import { formatDate } from '@/platform/time';
import { notifyDone, notifyProblem, useGone } from '@/platform/ui';
import { useBulkEnrollPatients } from './api/bulk-enroll-patients';
import { useEnrollPatient } from './api/enroll-patient';
import { type EnrollOutcome, outcomesOf } from './enroll-outcome';
import { type EnrollTerms, USUAL_TERMS } from './enroll-terms';
import { type PatientIdentity, patientName } from './patient-identity';
import { bulkSentence, enrolledSentence, seatsFreedSentence } from './sentences';

/**
 * Enrolls one patient or many, says so in a toast, and answers what came of each. Rejects when nothing was done: with
 * GROUP_AT_CAPACITY when the only patient finds the group full and the terms say so. A refusal is a toast, too, once the
 * dialog has been closed: nobody is taken for enrolled who is not.
 */
export function useEnrolling(groupId: string) {
  const single = useEnrollPatient(groupId);
  const bulk = useBulkEnrollPatients(groupId);
  const gone = useGone();

  async function enrollOne(patient: PatientIdentity, terms: EnrollTerms): Promise<EnrollOutcome[]> {
    const { enrollment, placement, outlook } = await single.mutateAsync({ patientId: patient.id, ...terms });
    const sentence = [
      enrolledSentence(patientName(patient), enrollment.status, placement),
      outlook && seatsFreedSentence(outlook),
      terms.startsOn && `On rosters from ${formatDate(terms.startsOn)}.`,
    ]
      .filter(Boolean)
      .join(' ');
    notifyDone({ message: sentence });
    return [{ key: enrollment.id, patientId: patient.id, enrolled: true, sentence }];
  }

  async function enrollMany(patients: readonly PatientIdentity[], terms: EnrollTerms): Promise<EnrollOutcome[]> {
    const { counts, results } = await bulk.mutateAsync({ patientIds: patients.map(({ id }) => id), ...terms });
    const outcomes = outcomesOf(results, patients);
    if (counts.assigned + counts.waitlisted > 0) notifyDone({ message: bulkSentence(counts) });
    else if (gone.current) notifyProblem({ message: results[0]?.error, details: results[0]?.detail });
    return outcomes;
  }

  return {
    enroll: async (patients: readonly PatientIdentity[], terms: EnrollTerms = USUAL_TERMS) => {
      const [first, second] = patients;
      try {
        return await (first && !second ? enrollOne(first, terms) : enrollMany(patients, terms));
      } catch (problem) {
        if (gone.current) notifyProblem(problem);
        throw problem;
      }
    },
    running: single.isPending || bulk.isPending,
  };
}
