import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { readSeatFacts } from '../timeline/seat-facts.schema';
import { getOvertakings } from './get-overtakings';
import { enrollmentKeys } from './keys';
import { seatLog, withNames } from './seat-log';

/** More than a patient does in years. */
const LIMIT = 200;

/** Each is asked for by itself; more often somebody is hardly put on one waitlist. */
const MOST_WAITS = 5;

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
  const overtakings = await getOvertakings(organizationId, groupId, waitsOf(data));
  const rows = [...data, ...overtakings].sort((one, other) => other.id - one.id);
  return withNames(organizationId, rows);
}

/** Ids of the enrollments with which the patient was on the waitlist. */
function waitsOf(rows: readonly { action: string; metadata: unknown }[]): string[] {
  const ids = rows
    .filter(({ action }) => action === 'patient_waitlisted')
    .flatMap(({ metadata }) => readSeatFacts(metadata).enrollment_id ?? []);
  return [...new Set(ids)].slice(0, MOST_WAITS);
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
