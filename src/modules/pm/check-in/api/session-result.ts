import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { type Answers, answersSchema } from '@/modules/pm/question-sets';
import { isPassing } from './failure';
import { checkInKeys } from './keys';
import { publicRpc } from './public-rpc';

const questionResultSchema = z.object({
  counts: z.nullish(z.record(z.string(), z.number())),
  average: z.nullish(z.number()),
});

const sessionResultSchema = z.object({
  state: z.string(),
  has_answered: z.boolean(),
  answers: z.nullish(answersSchema),
  score: z.nullish(z.number()),
  band: z.nullish(z.string()),
  max_score: z.nullish(z.number()),
  /** One of the answers is told to the facilitator at once. */
  is_flagged: z.nullish(z.boolean()),
  /** Null until three patients have answered: an average of two would tell each about the other. */
  group: z.nullish(
    z.object({
      count: z.number(),
      average: z.nullish(z.number()),
      questions: z.record(z.string(), questionResultSchema),
    }),
  ),
});

export type SessionResult = z.output<typeof sessionResultSchema>;
export type GroupResult = NonNullable<SessionResult['group']>;
export type QuestionResult = z.output<typeof questionResultSchema>;

/**
 * Sends the answers and answers the result. To send the same again changes nothing, so that a lost reply costs nothing. Throws
 * INVALID_ANSWERS, ALREADY_ANSWERED (other answers arrived before), SESSION_NOT_OPEN, PARTICIPANT_UNKNOWN.
 */
export async function submitAnswers(participantToken: string, answers: Answers): Promise<SessionResult> {
  const args = { participant_token: participantToken, answers };
  return sessionResultSchema.parse(await publicRpc('pm_submit_answers', args));
}

/** The own result and the group's, looked at again while others answer. */
export function sessionResultQueryOptions(participantToken: string) {
  return queryOptions({
    queryKey: checkInKeys.result(participantToken),
    queryFn: async ({ signal }) =>
      sessionResultSchema.parse(await publicRpc('pm_session_result', { participant_token: participantToken }, signal)),
    networkMode: 'always',
    retry: false,
    staleTime: 2_000,
    refetchInterval: ({ state }) => (state.error && !isPassing(state.error) ? false : 8_000),
  });
}
