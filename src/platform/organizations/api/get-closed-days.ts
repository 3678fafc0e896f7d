import { queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { closedDayKeys } from './closed-day-keys';

/** Calendar dates `YYYY-MM-DD`, both inclusive; null is without end. */
export interface ClosedDaysRange {
  from: string | null;
  to: string | null;
}

/** The days on which the clinic is closed, by date. */
async function getClosedDays(organizationId: string, { from, to }: ClosedDaysRange) {
  let days = supabase.from('pm_closed_days').select('closed_on, name').eq('organization_id', organizationId);
  if (from !== null) days = days.gte('closed_on', from);
  if (to !== null) days = days.lte('closed_on', to);
  const { data } = await days.order('closed_on').throwOnError();
  return data;
}

export type ClosedDay = Awaited<ReturnType<typeof getClosedDays>>[number];

/** For those who hold pm.group_schedule.view; others are told of no day. */
export function closedDaysQueryOptions(organizationId: string, range: ClosedDaysRange) {
  return queryOptions({
    queryKey: closedDayKeys.list(organizationId, range),
    queryFn: () => getClosedDays(organizationId, range),
  });
}
