import { supabase } from '@/platform/supabase/client';
import { SESSION_COLUMNS } from '../../api/session-row';
import { stateCondition, type TabFilters } from '../tab-state';

const COLUMNS = `${SESSION_COLUMNS}, created_by, session_type, started_at, completed_at`;

export interface TabRequest {
  groupId: string;
  filters: TabFilters;
}

/** The question for a group's sessions: upcoming ones the soonest first, others the latest first. `now` as ISO 8601. */
export function tabSessions(organizationId: string, { groupId, filters }: TabRequest, now: string) {
  const { when, state, from_date, to_date, creator } = filters;
  let sessions = supabase
    .from('pm_group_schedule')
    .select(COLUMNS, { count: 'exact' })
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId);
  if (when === 'past') sessions = sessions.lte('ends_at', now).neq('status', 'active');
  // One condition in one parameter: not every server minds a second `or`.
  const conditions = [when === 'upcoming' && `ends_at.gt.${now},status.eq.active`, stateCondition(state)];
  const alternatives = conditions.flatMap((condition) => (condition ? `or(${condition})` : []));
  if (alternatives.length > 0) sessions = sessions.or(`and(${alternatives.join(',')})`);
  if (from_date) sessions = sessions.gte('session_date', from_date);
  if (to_date) sessions = sessions.lte('session_date', to_date);
  if (creator) sessions = sessions.eq('created_by', creator);
  return sessions.order('starts_at', { ascending: when === 'upcoming' }).order('id');
}
