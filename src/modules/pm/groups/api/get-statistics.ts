import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { groupKeys } from './keys';

const statisticsSchema = z.object({
  total: z.number(),
  active: z.number(),
  /** Each patient counted once. */
  total_patients: z.number(),
  /** Seats taken per active group; PostgREST may send a numeric as text. */
  average_size: z.coerce.number(),
  waitlisted: z.number(),
  /** In active groups. */
  seats_free: z.number(),
});

export type GroupStatistics = z.output<typeof statisticsSchema>;

/** The figures of an organization's groups. */
async function getStatistics(organizationId: string): Promise<GroupStatistics> {
  const { data } = await supabase.rpc('pm_group_statistics', { organization_id: organizationId }).throwOnError();
  return statisticsSchema.parse(data);
}

function statisticsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: groupKeys.statistics(organizationId),
    queryFn: () => getStatistics(organizationId),
  });
}

export function useGroupStatistics() {
  return useQuery(statisticsQueryOptions(useOrganization().id));
}
