import { supabase } from '@/platform/supabase/client';

/** With the names that the reader may see; null where that is not so, or the thing was deleted. */
const COLUMNS =
  'id, kind, group_definition_id, session_id, patient_id, payload, created_at, read_at, group:pm_group_definitions(name), patient:pm_patients(first_name, last_name, preferred_name), session:pm_group_schedule(session_date, start_time)';

/** One's own notifications in the organization, the latest first, not yet limited. `exact`: counts them all. */
export function readNotifications(organizationId: string, count?: 'exact') {
  return supabase
    .from('pf_notifications')
    .select(COLUMNS, { count })
    .eq('organization_id', organizationId)
    .order('id', { ascending: false });
}

export type Notification = NonNullable<Awaited<ReturnType<typeof readNotifications>>['data']>[number];
