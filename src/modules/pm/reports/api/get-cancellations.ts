import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';
import { type ReportQuestion, reportArguments } from './report-question';

const rowSchema = z.object({ reason: z.string(), sessions: z.number() });
export type CancellationRow = z.output<typeof rowSchema>;

async function getCancellations(organizationId: string, question: ReportQuestion) {
  const { data } = await supabase
    .rpc('pm_report_cancellations', reportArguments(organizationId, question))
    .throwOnError();
  return z.array(rowSchema).parse(data);
}

function cancellationsQueryOptions(organizationId: string, question: ReportQuestion) {
  return queryOptions({
    queryKey: reportKeys.cancellations(organizationId, question),
    queryFn: () => getCancellations(organizationId, question),
    placeholderData: keepPreviousData,
  });
}

/** Why sessions of a range were cancelled, the most frequent reason first. */
export function useCancellations(question: ReportQuestion) {
  return useQuery(cancellationsQueryOptions(useOrganization().id, question));
}
