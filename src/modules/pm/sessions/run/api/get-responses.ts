import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { answersSchema } from '@/modules/pm/question-sets';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

const responseSchema = z.object({
  id: z.string(),
  participant_id: z.string(),
  answers: answersSchema,
  score: z.number().nullable(),
  band: z.string().nullable(),
  /** Ids of the questions whose answers somebody should look at. */
  flags: z.array(z.string()),
  acknowledged_by: z.string().nullable(),
  acknowledged_at: z.string().nullable(),
  submitted_at: z.string(),
});

/** What one participant answered. */
export type SessionResponse = z.output<typeof responseSchema>;

async function getResponses(organizationId: string, sessionId: string): Promise<SessionResponse[]> {
  const { data } = await supabase
    .from('pm_session_responses')
    .select('id, participant_id, answers, score, band, flags, acknowledged_by, acknowledged_at, submitted_at')
    .eq('organization_id', organizationId)
    .eq('session_id', sessionId)
    .order('submitted_at')
    .throwOnError();
  return z.array(responseSchema).parse(data);
}

/** Ask only for those who hold pm.group_attendance.view and pm.question_sets.view: others are shown none. */
export function responsesQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: runKeys.responses(organizationId, sessionId),
    queryFn: () => getResponses(organizationId, sessionId),
  });
}
