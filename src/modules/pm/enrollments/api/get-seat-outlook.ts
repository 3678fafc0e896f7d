import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentKeys } from './keys';

const outlookSchema = z.object({
  max_capacity: z.number(),
  seats_taken: z.number(),
  seats_free: z.number(),
  waiting: z.number(),
  held: z.number(),
  seats_freed_90_days: z.number(),
  promoted_90_days: z.number(),
  last_seat_freed_at: z.string().nullable(),
  // A numeric that is written as text by servers that keep its digits ("0.0").
  median_days_waited: z.coerce.number().nullable(),
});

/** How fast seats of a group come free, from its last 90 days. The timestamp is as the database sends it. */
export type SeatOutlook = z.output<typeof outlookSchema>;

async function getSeatOutlook(groupId: string): Promise<SeatOutlook> {
  const { data } = await supabase.rpc('pm_seat_outlook', { group_definition_id: groupId }).single().throwOnError();
  return outlookSchema.parse(data);
}

function outlookQueryOptions(organizationId: string, groupId: string) {
  return queryOptions({
    queryKey: enrollmentKeys.outlook(organizationId, groupId),
    queryFn: () => getSeatOutlook(groupId),
    // Seats are shown to decide by.
    staleTime: 0,
  });
}

/** Nothing is asked while there is no group (an empty id). */
export function useSeatOutlook(groupId: string) {
  return useQuery({ ...outlookQueryOptions(useOrganization().id, groupId), enabled: groupId !== '' });
}

/** The outlook for an answer that was given already; null when it cannot be read. */
export function readOutlook(queryClient: QueryClient, organizationId: string, groupId: string) {
  return queryClient.fetchQuery(outlookQueryOptions(organizationId, groupId)).catch(() => null);
}
