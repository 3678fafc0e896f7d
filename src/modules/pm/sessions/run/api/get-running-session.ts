import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { questionsDataSchema } from '@/modules/pm/question-sets';
import { supabase } from '@/platform/supabase/client';
import { SESSION_COLUMNS, toSession } from '../../api/session-row';
import { runKeys } from './keys';

/** A session with its notes, its true times and what it asks (null: nothing); null when it is not there, or not to be seen. */
async function getRunningSession(organizationId: string, sessionId: string) {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select(`${SESSION_COLUMNS}, notes, session_type, started_at, completed_at, questions_data`)
    .eq('organization_id', organizationId)
    .eq('id', sessionId)
    .maybeSingle()
    .throwOnError();
  if (data === null) return null;
  const { questions_data, ...session } = toSession(data);
  return { ...session, asks: z.nullable(questionsDataSchema).parse(questions_data) };
}

export type RunningSession = NonNullable<Awaited<ReturnType<typeof getRunningSession>>>;

export function runningSessionQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: runKeys.session(organizationId, sessionId),
    queryFn: () => getRunningSession(organizationId, sessionId),
  });
}
