import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';

const statisticsSchema = z.object({
  held: z.number(),
  cancelled: z.number(),
  upcoming: z.number(),
  active: z.number(),
  /** These three are null where nothing is known, or the role does not include attendance. */
  average_minutes: z.number().nullable(),
  average_attended: z.number().nullable(),
  /** 0 to 1. */
  attendance_rate: z.number().nullable(),
});
export type GroupSessionFigures = z.output<typeof statisticsSchema>;

async function getGroupSessionStatistics(groupId: string) {
  const { data } = await supabase.rpc('pm_group_session_statistics', { group_definition_id: groupId }).throwOnError();
  return statisticsSchema.parse(data);
}

function groupSessionStatisticsQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: reportKeys.groupSessions(organizationId, groupId),
    queryFn: () => getGroupSessionStatistics(groupId),
  });
}

/** The sessions of a group, ever, in figures. */
export function useGroupSessionStatistics(groupId: string) {
  return useQuery(groupSessionStatisticsQueryOptions(useOrganization().id, groupId));
}
