import { useMutation, useQueryClient } from '@tanstack/react-query';
import { invalidateSessions, type Session, type Slot, sessionKeys, updateSession } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';

export interface Move {
  sessionId: string;
  to: Slot;
  /** Whether it may take people and rooms that are taken; absent: as before. */
  override?: boolean;
}

/**
 * Moves a session in the calendar at once, and puts it back when the server refuses (SCHEDULE_CONFLICT, INVALID_TRANSITION,
 * INVALID_DATE_RANGE, no permission).
 */
export function useMoveSession() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  const ranges = { queryKey: sessionKeys.ranges(id) };
  return useMutation({
    mutationFn: ({ sessionId, to, override }: Move) =>
      updateSession(id, {
        sessionId,
        changes: {
          session_date: to.date,
          start_time: to.start,
          end_time: to.end,
          ...(override === undefined ? {} : { conflict_override: override }),
        },
      }),
    onMutate: async (move) => {
      // An answer that is under way would put the session back for a moment.
      await queryClient.cancelQueries(ranges);
      const before = queryClient.getQueriesData<Session[]>(ranges);
      queryClient.setQueriesData<Session[]>(ranges, (sessions) => sessions && moved(sessions, move));
      return { before };
    },
    onError: (_error, _move, context) => {
      for (const [key, sessions] of context?.before ?? []) queryClient.setQueryData(key, sessions);
    },
    onSettled: () => invalidateSessions(queryClient, id),
  });
}

function moved(sessions: readonly Session[], { sessionId, to, override }: Move): Session[] {
  return sessions.map((session) =>
    session.id === sessionId
      ? {
          ...session,
          session_date: to.date,
          start_time: `${to.start}:00`,
          end_time: `${to.end}:00`,
          conflict_override: override ?? session.conflict_override,
        }
      : session,
  );
}
