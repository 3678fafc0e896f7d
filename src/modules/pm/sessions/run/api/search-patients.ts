import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

/** As many letters as a search takes before it is sent. */
export const SEARCH_MINIMUM = 3;

/** More than fit the eye are told apart by another letter. */
const LIMIT = 8;

/** Patients whose names, MRN or phone fit the words, best first, and whether there are more. */
async function searchPatients(organizationId: string, words: string, signal: AbortSignal) {
  const { data } = await supabase
    .rpc('pm_search_patients', { organization_id: organizationId, query: words })
    .select('id, first_name, last_name, preferred_name, mrn, date_of_birth')
    .limit(LIMIT + 1)
    .abortSignal(signal)
    .throwOnError();
  return { patients: data.slice(0, LIMIT), more: data.length > LIMIT };
}

export type FoundPatient = Awaited<ReturnType<typeof searchPatients>>['patients'][number];

function patientSearchQueryOptions(organizationId: string, words: string) {
  return queryOptions({
    queryKey: queryKey(organizationId, 'patients', 'drop-in-search', words),
    queryFn: ({ signal }) => searchPatients(organizationId, words, signal),
    enabled: words.length >= SEARCH_MINIMUM,
    placeholderData: words.length >= SEARCH_MINIMUM ? keepPreviousData : undefined,
  });
}

/** The best matches; nothing is asked for fewer than three letters. */
export function usePatientSearch(words: string) {
  return useQuery(patientSearchQueryOptions(useOrganization().id, words));
}
