import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';

const rowSchema = z.object({
  session_id: z.guid(),
  group_definition_id: z.guid(),
  group_name: z.string(),
  session_date: z.string(),
  /** Wall clock of the clinic, `HH:MM:SS`. */
  start_time: z.string(),
  end_time: z.string(),
  location: z.string().nullable(),
  minutes: z.number(),
  seats_free: z.number(),
  adds_day: z.boolean(),
  mends: z.boolean(),
});
export type MakeUpSession = z.output<typeof rowSchema>;

async function getMakeUpSessions(patientId: string, week: string) {
  const { data } = await supabase.rpc('pm_make_up_sessions', { patient_id: patientId, week_of: week }).throwOnError();
  return z.array(rowSchema).parse(data);
}

function makeUpSessionsQueryOptions(organizationId: string, patientId: string, week: string) {
  return queryOptions({
    queryKey: reportKeys.makeUp(organizationId, { patientId, week }),
    queryFn: () => getMakeUpSessions(patientId, week),
    // Seats go quickly.
    staleTime: 0,
  });
}

/** Sessions of the week to which the patient could come as a drop-in; those that mend the week first. */
export function useMakeUpSessions(patientId: string, week: string) {
  return useQuery(makeUpSessionsQueryOptions(useOrganization().id, patientId, week));
}
