import { supabase } from '@/platform/supabase/client';
import { readListSearch } from '../list-search';
import type { PatientListView } from '../patient-list.schema';

/** The live groups of each patient come along in the same request. */
const COLUMNS =
  'id, mrn, first_name, last_name, preferred_name, date_of_birth, phone, email, status, notes, created_at, enrollments:pm_group_enrollments(id, status, waitlist_position, waitlisted_at, group:pm_group_definitions(id, name))';

export type PatientListFilter = Pick<PatientListView, 'search' | 'status'>;

/**
 * The patients that search and filters leave, with their number if it is `counted`; order and page come on top. Words are searched by the
 * server's function; everything else asks the table itself, whose indexes spare reading everybody for one page.
 */
export function matchingPatients(organizationId: string, { search: typed, status }: PatientListFilter, counted = true) {
  const search = readListSearch(typed);
  const count = counted ? 'exact' : undefined;
  const source =
    search.kind === 'words'
      ? supabase
          .rpc('pm_search_patients', { organization_id: organizationId, query: search.words }, { count })
          .select(COLUMNS)
      : supabase.from('pm_patients').select(COLUMNS, { count }).eq('organization_id', organizationId);
  let request = source.neq('enrollments.status', 'disenrolled');
  if (search.kind === 'short') request = request.eq('mrn', search.words);
  if (search.kind === 'birth-date') {
    request = request.or(`date_of_birth.eq.${search.date},mrn.eq."${search.words.replace(/[\\"]/g, '\\$&')}"`);
  }
  if (status !== 'all') request = request.eq('status', status);
  return request;
}
