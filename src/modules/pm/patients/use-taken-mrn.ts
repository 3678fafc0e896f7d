import { useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { describeError } from '@/platform/supabase/errors';
import { similarPatientsQueryOptions } from './api/get-similar-patients';

/**
 * A function that explains the refusal of an MRN that nobody in the list has: it belongs to a deleted record, which is hidden from
 * the person. Takes the error as caught and the MRN; answers the sentence, or null where there is nothing to explain.
 */
export function useTakenMrn() {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return async (error: unknown, mrn: string): Promise<string | null> => {
    const { code, field } = describeError(error);
    if (code !== '23505' || field !== 'mrn') return null;
    const likeness = { firstName: '', lastName: '', dateOfBirth: null, mrn, exceptId: null };
    const options = { ...similarPatientsQueryOptions(id, likeness), staleTime: 0 };
    const similar = await queryClient.fetchQuery(options).catch(() => null);
    if (!similar || similar.some((patient) => patient.mrn === mrn)) return null;
    return 'This MRN belongs to a deleted record. Somebody who may delete patients can restore it.';
  };
}
