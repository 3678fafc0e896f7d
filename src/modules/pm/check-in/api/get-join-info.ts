import { type Query, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { materialsSchema, questionsSchema } from '@/modules/pm/question-sets';
import { isPassing } from './failure';
import { checkInKeys } from './keys';
import { publicRpc } from './public-rpc';

const joinInfoSchema = z.object({
  state: z.enum(['not_yet', 'open', 'over', 'cancelled']),
  opens_at: z.string(),
  organization_name: z.string(),
  group_name: z.string(),
  /** Date and times on the clinic's wall clock. */
  session_date: z.string(),
  start_time: z.string(),
  end_time: z.string(),
  timezone: z.string(),
  title: z.nullish(z.string()),
  questions: questionsSchema,
  materials: materialsSchema,
  session_id: z.string(),
  group_definition_id: z.string(),
});

export type JoinInfo = z.output<typeof joinInfoSchema>;

/** Often enough to open soon after the facilitator starts, seldom enough for a phone's battery. */
const LOOK_AGAIN_MILLISECONDS = { not_yet: 15_000, open: 30_000, over: 120_000, cancelled: 120_000 };
const AFTER_FAILURE_MILLISECONDS = 8_000;

/** What a link leads to. Looked at again by itself, while the page is visible. Throws SESSION_LINK_INVALID. */
export function joinInfoQueryOptions(token: string) {
  return queryOptions({
    queryKey: checkInKeys.info(token),
    queryFn: async ({ signal }) => joinInfoSchema.parse(await publicRpc('pm_join_info', { token }, signal)),
    // Without a connection it fails, is said to, and is tried again; to wait in silence would look like a broken page.
    networkMode: 'always',
    staleTime: 5_000,
    retry: false,
    refetchInterval: lookAgain,
  });
}

function lookAgain({ state }: Query<JoinInfo>): number | false {
  if (state.error) return isPassing(state.error) ? AFTER_FAILURE_MILLISECONDS : false;
  return state.data ? LOOK_AGAIN_MILLISECONDS[state.data.state] : false;
}
