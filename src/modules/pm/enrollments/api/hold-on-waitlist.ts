import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshSeats } from './keys';

interface Hold {
  enrollmentId: string;
  /** Empty for none. */
  reason: string;
  /** The day on which it is over by itself, `YYYY-MM-DD`; null until released. */
  until: string | null;
}

/** Holds somebody back who waits: the place stays, promotions pass by. A second time it changes reason and day. */
async function holdOnWaitlist({ enrollmentId, reason, until }: Hold) {
  const { data } = await supabase
    .rpc('pm_hold_on_waitlist', { enrollment_id: enrollmentId, reason, held_until: until ?? undefined })
    .throwOnError();
  return data;
}

export function useHoldOnWaitlist() {
  const refresh = useRefreshSeats();
  return useMutation({ mutationFn: holdOnWaitlist, onSettled: () => void refresh() });
}
