import { periodStart } from '@/platform/audit';
import { supabase } from '@/platform/supabase/client';
import type { ActivityFilter } from '../audit-log/log-view';

/** The request for the entries of pm_group_activity_log that a filter leaves; the caller orders and limits it. */
export function activityEntries(
  organizationId: string,
  { period, by, patient, action }: ActivityFilter,
  withCount = false,
) {
  let request = supabase
    .from('pm_group_activity_log')
    .select('id, action, performed_by, metadata, created_at, group_definition_id, patient_id', {
      ...(withCount ? { count: 'exact' as const } : {}),
    })
    .eq('organization_id', organizationId);
  const start = periodStart(period);
  if (start) request = request.gte('created_at', start);
  if (by === 'system') request = request.is('performed_by', null);
  else if (by !== '') request = request.eq('performed_by', by);
  if (patient !== '') request = request.eq('patient_id', patient);
  if (action !== '') request = request.eq('action', action);
  return request;
}

export type ActivityEntry = Awaited<ReturnType<typeof readEntries>>[number];

/** One page (from 1) and one entry more, latest first. */
export async function readEntries(
  organizationId: string,
  filter: ActivityFilter,
  { first, last, signal }: { first: number; last: number; signal: AbortSignal },
) {
  const { data } = await activityEntries(organizationId, filter)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .range(first, last)
    .abortSignal(signal)
    .throwOnError();
  return data;
}
