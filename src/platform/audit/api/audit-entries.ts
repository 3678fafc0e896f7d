import { supabase } from '@/platform/supabase/client';
import { KIND_MEANINGS } from '../audit-kinds';
import { type AuditFilter, periodStart } from '../audit-view';

/** The request for the entries that a filter leaves; the caller orders and limits it. */
export function auditEntries(organizationId: string, { period, by, patient, kind }: AuditFilter, withCount = false) {
  let request = supabase
    .from('pf_audit_log')
    .select('id, action, performed_by, target_table, target, changes, created_at', {
      ...(withCount ? { count: 'exact' as const } : {}),
    })
    .eq('organization_id', organizationId);
  const start = periodStart(period);
  if (start) request = request.gte('created_at', start);
  if (by === 'system') request = request.is('performed_by', null);
  else if (by !== '') request = request.eq('performed_by', by);
  if (patient !== '') request = request.eq('target_table', 'pm_patients').eq('target->>id', patient);
  if (kind !== '') {
    const { action, table } = KIND_MEANINGS[kind];
    request = request.eq('action', action);
    if (table) request = request.eq('target_table', table);
  }
  return request;
}
