import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';
import { type ReportQuestion, reportArguments } from './report-question';

const rowSchema = z.object({
  /** A week's Monday, a group's or a person's id, a type, or none. */
  bucket: z.string(),
  label: z.string(),
  sessions: z.number(),
  cancelled: z.number(),
  seats: z.number(),
  expected: z.number(),
  attended: z.number(),
  late: z.number(),
  left_early: z.number(),
  excused: z.number(),
  absent: z.number(),
  unrecorded: z.number(),
  session_minutes: z.number(),
  attended_minutes: z.number(),
});
export type SessionReportRow = z.output<typeof rowSchema>;
export type SessionReportBy = 'week' | 'group' | 'type' | 'facilitator';

async function getSessionReport(organizationId: string, question: ReportQuestion, by: SessionReportBy) {
  const { data } = await supabase
    .rpc('pm_report_sessions', { ...reportArguments(organizationId, question), by })
    .throwOnError();
  return z.array(rowSchema).parse(data);
}

function sessionReportQueryOptions(organizationId: string, question: ReportQuestion, by: SessionReportBy) {
  return queryOptions({
    queryKey: reportKeys.sessions(organizationId, by, question),
    queryFn: () => getSessionReport(organizationId, question, by),
    // Of another range or group, but never of another kind: groups would stand there under the names of types.
    placeholderData: (rows, query) => (query?.queryKey[2] === `sessions-by-${by}` ? rows : undefined),
  });
}

/** Sessions of a range, added up by week, group, type or facilitator. */
export function useSessionReport(question: ReportQuestion, by: SessionReportBy) {
  return useQuery(sessionReportQueryOptions(useOrganization().id, question, by));
}
