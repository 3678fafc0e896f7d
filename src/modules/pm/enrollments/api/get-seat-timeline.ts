import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { enrollmentKeys } from './keys';
import { seatLog, withNames } from './seat-log';

/** More than a patient does in years. */
const LIMIT = 200;

export interface SeatQuestion {
  patientId: string;
  groupId: string;
}

/** Everything that happened to a patient's seat in a group, latest first, with the names that the entries refer to. */
async function getSeatTimeline(organizationId: string, { patientId, groupId }: SeatQuestion) {
  const { data } = await seatLog(organizationId, patientId)
    .eq('group_definition_id', groupId)
    .limit(LIMIT)
    .throwOnError();
  return withNames(organizationId, data);
}

export type SeatLogEntry = Awaited<ReturnType<typeof getSeatTimeline>>['entries'][number];

function timelineQueryOptions(organizationId: string, seat: SeatQuestion) {
  return queryOptions({
    queryKey: enrollmentKeys.timeline(organizationId, seat),
    queryFn: () => getSeatTimeline(organizationId, seat),
  });
}

export function useSeatTimeline(seat: SeatQuestion) {
  return useQuery(timelineQueryOptions(useOrganization().id, seat));
}
