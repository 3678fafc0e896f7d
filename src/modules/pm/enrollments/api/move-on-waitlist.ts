import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { withMoved } from '../roster-model';
import { rosterQueryOptions } from './get-roster';
import { useRefreshSeats } from './keys';

export interface WaitlistMove {
  enrollmentId: string;
  /** 1 is next. */
  place: number;
  /** For the log; empty for none. */
  reason: string;
}

/** Moves somebody who waits to a place; the others keep their order. */
async function moveOnWaitlist({ enrollmentId, place, reason }: WaitlistMove) {
  const { data } = await supabase
    .rpc('pm_move_on_waitlist', { enrollment_id: enrollmentId, rank: place, reason })
    .throwOnError();
  return data;
}

/** Shows the new order at once, and puts the old one back when the server refuses. */
export function useMoveOnWaitlist(groupId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = rosterQueryOptions(useOrganization().id, groupId);
  return useMutation({
    mutationFn: moveOnWaitlist,
    onMutate: async ({ enrollmentId, place }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, withMoved(before, enrollmentId, place));
      return before;
    },
    onError: (_error, _move, before) => {
      if (before) queryClient.setQueryData(queryKey, before);
    },
    onSettled: useRefreshSeats(),
  });
}
