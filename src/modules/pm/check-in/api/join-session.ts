import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { publicRpc } from './public-rpc';

/** A refused code comes as an answer, not as an error, so that the attempt is counted. */
const joinedSchema = z.union([
  z.pipe(
    z.object({ participant_token: z.string(), display_name: z.string(), has_answered: z.boolean() }),
    z.transform(({ participant_token, display_name, has_answered }) => ({
      joined: true as const,
      ticket: { participantToken: participant_token, displayName: display_name },
      hasAnswered: has_answered,
    })),
  ),
  z.pipe(
    z.object({ error: z.literal('CODE_INVALID'), attempts_left: z.number() }),
    z.transform(({ attempts_left }) => ({ joined: false as const, attemptsLeft: attempts_left })),
  ),
  z.pipe(
    z.object({ error: z.literal('TOO_MANY_ATTEMPTS'), retry_after_seconds: z.number() }),
    z.transform(({ retry_after_seconds }) => ({ joined: false as const, retryAfterSeconds: retry_after_seconds })),
  ),
]);

export type JoinOutcome = z.output<typeof joinedSchema>;
export type Joined = Extract<JoinOutcome, { joined: true }>;

/** Who joins: by the personal code, or as a guest with a name. */
export type Joiner = { code: string } | { guest_name: string };

/** Joins a session; throws SESSION_LINK_INVALID, SESSION_NOT_OPEN, TOO_MANY_GUESTS. */
export function useJoinSession(token: string) {
  return useMutation({
    mutationFn: async (joiner: Joiner) => joinedSchema.parse(await publicRpc('pm_join_session', { token, ...joiner })),
  });
}
