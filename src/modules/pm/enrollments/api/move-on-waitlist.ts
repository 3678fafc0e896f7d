import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshSeats } from './keys';

/** Moves somebody who waits to a place (1 = next); the others keep their order. */
async function moveOnWaitlist({ enrollmentId, place }: { enrollmentId: string; place: number }) {
  const { data } = await supabase
    .rpc('pm_move_on_waitlist', { enrollment_id: enrollmentId, rank: place })
    .throwOnError();
  return data;
}

export function useMoveOnWaitlist() {
  return useMutation({ mutationFn: moveOnWaitlist, onSettled: useRefreshSeats() });
}
