import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { readErrorParts } from '@/platform/supabase/error-shape';
import { readListSearch } from '../list-search';
import { type PatientListView, sortColumns } from '../patient-list.schema';

import { patientKeys } from './keys';
import { matchingPatients } from './matching-patients';
import { withPlaces } from './with-places';

/**
 * A page of patients with their live groups, and how many there are in all. With words, those who fit them best come first,
 * in the server's order, unless another sort was chosen.
 */
async function getPatients(
  organizationId: string,
  { sort, page, limit, ...filter }: PatientListView,
  signal: AbortSignal,
) {
  let request = matchingPatients(organizationId, filter);
  const order = sort || (readListSearch(filter.search).kind === 'words' ? null : 'name');
  for (const { column, ascending } of order ? sortColumns(order) : []) {
    request = request.order(column, { ascending, nullsFirst: false });
  }
  const from = (page - 1) * limit;
  const { data, count, error } = await request.range(from, from + limit - 1).abortSignal(signal);
  // A page behind the last one, from an old link: PostgREST refuses the range.
  if (error && readErrorParts(error).code === 'PGRST103') return { patients: [], total: 0 };
  if (error) throw error;
  return { patients: await withPlaces(organizationId, data, signal), total: count ?? 0 };
}

export type PatientListItem = Awaited<ReturnType<typeof getPatients>>['patients'][number];

export function patientsQueryOptions(organizationId: string, view: PatientListView) {
  return queryOptions({
    queryKey: patientKeys.list(organizationId, view),
    queryFn: ({ signal }) => getPatients(organizationId, view, signal),
    placeholderData: keepPreviousData,
  });
}

/** The page of patients that the address asks for. */
export function usePatients(view: PatientListView) {
  return useQuery(patientsQueryOptions(useOrganization().id, view));
}
