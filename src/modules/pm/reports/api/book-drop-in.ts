import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

export interface DropIn {
  sessionId: string;
  patientId: string;
}

/** A drop-in is seen in reports, on the session and in the calendar. */
async function refresh(queryClient: QueryClient, organizationId: string) {
  await Promise.all(
    ['reports', 'sessions', 'schedule', 'enrollments', 'attendance'].map((feature) =>
      queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) }),
    ),
  );
}

function useDropInChange(change: 'pm_book_drop_in' | 'pm_cancel_drop_in') {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ sessionId, patientId }: DropIn) => {
      await supabase.rpc(change, { session_id: sessionId, patient_id: patientId }).throwOnError();
    },
    // After a refusal too: the seat is gone, and the list should not go on offering it.
    onSettled: () => refresh(queryClient, id),
  });
}

/** Books a patient into one session without an enrollment. */
export const useBookDropIn = () => useDropInChange('pm_book_drop_in');

/** Takes a drop-in off the session again. */
export const useCancelDropIn = () => useDropInChange('pm_cancel_drop_in');
