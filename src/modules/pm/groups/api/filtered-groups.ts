import { containsCondition } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import type { ListState } from '../list-state';

const COLUMNS =
  'id, name, group_code, group_type, status, facilitator_name, co_facilitator_id, facilitator_count, location, time_period, start_date, end_date, max_capacity, min_capacity, patient_count, waitlist_count, seats_free, next_session_at';

/** The groups that the filters leave, narrowed and ordered by the server, with their number; the page comes on top. */
export function filteredGroups(organizationId: string, filters: ListState) {
  let query = supabase
    .from('pm_group_overview')
    .select(COLUMNS, { count: 'exact' })
    .eq('organization_id', organizationId);
  if (filters.type.length > 0) query = query.in('group_type', filters.type);
  if (filters.status.length > 0) query = query.in('status', filters.status);
  if (filters.period === 'none') query = query.is('time_period', null);
  else if (filters.period !== '') query = query.eq('time_period', filters.period);
  if (filters.seats === 'over') query = query.is('is_over_capacity', true);
  if (filters.seats === 'under') query = query.is('is_under_minimum', true);
  if (filters.seats === 'free') query = query.gt('seats_free', 0);
  if (filters.seats === 'waiting') query = query.gt('waitlist_count', 0);
  const conditions = [searchOf(filters.search), facilitatorOf(filters.facilitator)].filter((part) => part !== null);
  // One parameter for all alternatives: several `or` are not combined everywhere.
  if (conditions.length > 0) query = query.or(`and(${conditions.map((part) => `or(${part})`).join(',')})`);
  return query.order(filters.sort, { ascending: filters.order === 'asc', nullsFirst: false }).order('id');
}

function searchOf(words: string): string | null {
  return words.trim() === '' ? null : containsCondition(['name', 'group_code', 'description'], words.trim());
}

function facilitatorOf(facilitator: string): string | null {
  if (facilitator === '') return null;
  if (facilitator === 'none') return 'facilitator_count.eq.0';
  return `facilitator_id.eq.${facilitator},co_facilitator_id.eq.${facilitator}`;
}
