import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';
import { type ReportQuestion, reportArguments } from './report-question';

const rowSchema = z.object({
  patient_id: z.guid(),
  /** Names are null for those who may not see patients. */
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  mrn: z.string().nullable(),
  expected: z.number(),
  absent: z.number(),
  excused: z.number(),
  attended: z.number(),
  missed_in_a_row: z.number(),
});
export type NoShowRow = z.output<typeof rowSchema>;

async function getNoShows(organizationId: string, question: ReportQuestion) {
  const { data } = await supabase.rpc('pm_report_no_shows', reportArguments(organizationId, question)).throwOnError();
  return z.array(rowSchema).parse(data);
}

function noShowsQueryOptions(organizationId: string, question: ReportQuestion) {
  return queryOptions({
    queryKey: reportKeys.noShows(organizationId, question),
    queryFn: () => getNoShows(organizationId, question),
    placeholderData: keepPreviousData,
  });
}

/** Who was absent without excuse in a range, most absences first. */
export function useNoShows(question: ReportQuestion) {
  return useQuery(noShowsQueryOptions(useOrganization().id, question));
}
