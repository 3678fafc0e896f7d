import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshSeats } from './keys';

interface Promotion {
  enrollmentId: string;
  /** Why now, when others come first; empty for none. */
  reason: string;
}

/** Gives a free seat to somebody who waits, out of turn if need be. */
async function promoteEnrollment({ enrollmentId, reason }: Promotion) {
  const { data } = await supabase.rpc('pm_promote_enrollment', { enrollment_id: enrollmentId, reason }).throwOnError();
  return data;
}

export function usePromoteEnrollment() {
  const refresh = useRefreshSeats();
  return useMutation({ mutationFn: promoteEnrollment, onSettled: () => void refresh() });
}
