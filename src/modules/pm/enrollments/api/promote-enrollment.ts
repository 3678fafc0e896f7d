import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshSeats } from './keys';

/** Gives a free seat to somebody who waits, out of turn if need be. */
async function promoteEnrollment(enrollmentId: string) {
  const { data } = await supabase.rpc('pm_promote_enrollment', { enrollment_id: enrollmentId }).throwOnError();
  return data;
}

export function usePromoteEnrollment() {
  return useMutation({ mutationFn: promoteEnrollment, onSettled: useRefreshSeats() });
}
