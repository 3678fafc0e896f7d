import type { Likeness, SimilarPatient } from './api/get-similar-patients';
import { parseBirthDate } from './birth-date';
import type { PatientFormValues } from './patient.schema';

/**
 * What the form knows of a person, once it is enough to look for doubles: the MRN, or names and date of birth; null before.
 * Takes today (`YYYY-MM-DD`) to read the date of birth.
 */
export function likenessOf(
  values: Pick<PatientFormValues, 'first_name' | 'last_name' | 'date_of_birth' | 'mrn'>,
  today: string,
  exceptId: string | null,
): Likeness | null {
  const likeness = {
    firstName: values.first_name.trim(),
    lastName: values.last_name.trim(),
    dateOfBirth: parseBirthDate(values.date_of_birth, today),
    mrn: values.mrn.trim(),
    exceptId,
  };
  const named = likeness.firstName !== '' && likeness.lastName !== '';
  return likeness.mrn !== '' || (named && likeness.dateOfBirth !== null) ? likeness : null;
}

const REASONS: Readonly<Record<SimilarPatient['reason'], string>> = {
  same_mrn: 'Same MRN',
  same_birth_date: 'Same date of birth, similar name',
  same_name: 'Same name, a date of birth is missing',
};

/** Why a record may be of the same person. */
export function reasonWords({ reason }: Pick<SimilarPatient, 'reason'>): string {
  return REASONS[reason];
}

/** What the notice says above the records. */
export function similarTitle(similar: readonly Pick<SimilarPatient, 'reason' | 'is_deleted'>[]): string {
  const sameMrn = similar.find(({ reason }) => reason === 'same_mrn');
  if (sameMrn?.is_deleted) return 'The MRN belongs to a deleted record';
  if (sameMrn) return 'The MRN is taken';
  return similar.length === 1 ? 'Is this the same person?' : 'Is one of these the same person?';
}
