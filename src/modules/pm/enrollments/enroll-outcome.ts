import { describeError } from '@/platform/supabase/errors';
import { type PatientIdentity, patientName } from './patient-identity';
import type { Placement } from './roster-model';
import { enrolledSentence } from './sentences';

/** What came of enrolling one patient, in words. */
export interface EnrollOutcome {
  /** Tells outcomes apart, of the same patient too. */
  key: string;
  patientId: string;
  enrolled: boolean;
  sentence: string;
}

interface Result {
  patient_id: string;
  status: string;
  placement: Placement | null;
  /** The refusal's code; null when enrolled or waiting. */
  error: string | null;
  /** The refusal's own sentence with the figures, where there is one. */
  detail?: string | null | undefined;
}

/** Takes the server's result for each patient and the patients as they were chosen. Refusals come first: among a hundred they would be missed. */
export function outcomesOf(results: readonly Result[], chosen: readonly PatientIdentity[]): EnrollOutcome[] {
  const outcomes = results.map(({ patient_id, status, placement, error, detail }) => {
    const name = patientName(chosen.find(({ id }) => id === patient_id) ?? null);
    return {
      key: crypto.randomUUID(),
      patientId: patient_id,
      enrolled: error === null,
      sentence:
        error === null
          ? enrolledSentence(name, status, placement)
          : `${name}: ${describeError({ message: error, details: detail ?? '' }).message}`,
    };
  });
  return [...outcomes.filter(({ enrolled }) => !enrolled), ...outcomes.filter(({ enrolled }) => enrolled)];
}
