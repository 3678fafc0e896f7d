import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

const questionResultSchema = z.union([
  z.object({ counts: z.record(z.string(), z.number()) }),
  z.object({ average: z.number().nullable() }),
]);

const resultsSchema = z.object({
  /** All who answered, guests too. */
  answered: z.number(),
  max_score: z.number().nullable(),
  /** Null under three patients' answers: fewer would lay one's answers bare. */
  count: z.number().nullable(),
  average: z.number().nullable(),
  bands: z.record(z.string(), z.number()),
  questions: z.record(z.string(), questionResultSchema).nullable(),
});

/** What the patients of a session answered together. */
export type SessionResults = z.output<typeof resultsSchema>;

async function getResults(sessionId: string): Promise<SessionResults> {
  const { data } = await supabase.rpc('pm_session_results', { session_id: sessionId }).throwOnError();
  return resultsSchema.parse(data);
}

/** Permissions as for the single answers. */
export function resultsQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: runKeys.results(organizationId, sessionId),
    queryFn: () => getResults(sessionId),
  });
}
