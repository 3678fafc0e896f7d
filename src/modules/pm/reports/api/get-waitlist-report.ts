import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';
import { type ReportQuestion, reportArguments } from './report-question';

const rowSchema = z.object({
  /** The week's Monday. */
  week: z.string(),
  waiting: z.number(),
  promoted: z.number(),
  /** Null where nobody was promoted; PostgREST may send a numeric as text. */
  median_wait_days: z.coerce.number().nullable(),
});
export type WaitlistReportRow = z.output<typeof rowSchema>;

async function getWaitlistReport(organizationId: string, question: ReportQuestion) {
  const { data } = await supabase.rpc('pm_report_waitlist', reportArguments(organizationId, question)).throwOnError();
  return z.array(rowSchema).parse(data);
}

function waitlistReportQueryOptions(organizationId: string, question: ReportQuestion) {
  return queryOptions({
    queryKey: reportKeys.waitlist(organizationId, question),
    queryFn: () => getWaitlistReport(organizationId, question),
    placeholderData: keepPreviousData,
  });
}

/** The waitlists of a range, week by week. */
export function useWaitlistReport(question: ReportQuestion) {
  return useQuery(waitlistReportQueryOptions(useOrganization().id, question));
}
