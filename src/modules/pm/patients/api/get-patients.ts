import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { readErrorParts } from '@/platform/supabase/error-shape';
import { PAGE_SIZE, type patientListSchema, sortColumns } from '../patient-list.schema';
import { patientKeys } from './keys';

type PatientListView = z.output<typeof patientListSchema>;

const COLUMNS = 'id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, status';

/**
 * A page of patients and how many there are in all. With words, those who fit them, best first, in the server's order;
 * without, the table itself, whose index spares reading everybody for one page.
 */
async function getPatients(
  organizationId: string,
  { search, status, sort, page }: PatientListView,
  signal: AbortSignal,
) {
  const source =
    search === ''
      ? supabase.from('pm_patients').select(COLUMNS, { count: 'exact' }).eq('organization_id', organizationId)
      : supabase
          .rpc('pm_search_patients', { organization_id: organizationId, query: search }, { count: 'exact' })
          .select(COLUMNS);
  let request = source;
  if (status !== 'all') request = request.eq('status', status);
  for (const { column, ascending } of search === '' ? sortColumns(sort) : []) {
    request = request.order(column, { ascending, nullsFirst: false });
  }
  const from = (page - 1) * PAGE_SIZE;
  const { data, count, error } = await request.range(from, from + PAGE_SIZE - 1).abortSignal(signal);
  // A page behind the last one, from an old link: PostgREST refuses the range.
  if (error && readErrorParts(error).code === 'PGRST103') return { patients: [], total: 0 };
  if (error) throw error;
  return { patients: data, total: count ?? 0 };
}

export type PatientListItem = Awaited<ReturnType<typeof getPatients>>['patients'][number];

export function patientsQueryOptions(organizationId: string, view: PatientListView) {
  return queryOptions({
    queryKey: patientKeys.list(organizationId, view),
    queryFn: ({ signal }) => getPatients(organizationId, view, signal),
    placeholderData: keepPreviousData,
  });
}

export function usePatients(view: PatientListView) {
  return useQuery(patientsQueryOptions(useOrganization().id, view));
}
