import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { placements } from '../roster-model';
import { readRosterAfterChange } from './get-roster';
import { useRefreshSeats } from './keys';

/** Brings back a deleted enrollment: to a free seat, else to the end of the waitlist. */
async function restoreEnrollment(enrollmentId: string) {
  const { data } = await supabase.rpc('pm_restore_enrollment', { enrollment_id: enrollmentId }).throwOnError();
  return data;
}

/** Answers the enrollment and its seat or place (null when it is a past one, or the roster could not be read). */
export function useRestoreEnrollment(groupId: string) {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (enrollmentId: string) => {
      const enrollment = await restoreEnrollment(enrollmentId);
      const roster = await readRosterAfterChange(queryClient, organizationId, groupId);
      return { enrollment, placement: (roster && placements(roster, [enrollment.patient_id])[0]) ?? null };
    },
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
