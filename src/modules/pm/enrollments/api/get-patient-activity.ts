import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { enrollmentKeys } from './keys';
import { seatLog, withNames } from './seat-log';

const PAGE_SIZE = 25;
const DAY = 86_400_000;

interface ActivityQuestion {
  patientId: string;
  /** Only what happened in so many days before now; null for all. */
  days: number | null;
}

/** A page of what happened to all seats of a patient, latest first; `next` is null after the last one. */
async function getPatientActivity(
  organizationId: string,
  { patientId, days }: ActivityQuestion,
  before: number,
  signal: AbortSignal,
) {
  let request = seatLog(organizationId, patientId).lt('id', before);
  if (days !== null) request = request.gte('created_at', new Date(Date.now() - days * DAY).toISOString());
  // One more than is shown tells whether there is more.
  const { data } = await request
    .limit(PAGE_SIZE + 1)
    .abortSignal(signal)
    .throwOnError();
  const page = await withNames(organizationId, data.slice(0, PAGE_SIZE));
  return { ...page, next: data.length > PAGE_SIZE ? (page.entries.at(-1)?.id ?? null) : null };
}

function activityQueryOptions(organizationId: string, question: ActivityQuestion) {
  return infiniteQueryOptions({
    queryKey: enrollmentKeys.patientActivity(organizationId, question),
    queryFn: ({ pageParam, signal }) => getPatientActivity(organizationId, question, pageParam, signal),
    initialPageParam: Number.MAX_SAFE_INTEGER,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** What happened to all seats of a patient, latest first, page by page. */
export function usePatientActivity(question: ActivityQuestion) {
  return useInfiniteQuery(activityQueryOptions(useOrganization().id, question));
}
