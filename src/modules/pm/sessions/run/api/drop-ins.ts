import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

/** Books patients into this one session, without an enrollment, and takes them off again. */
export function useDropIns(sessionId: string) {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: runKeys.attendance(id, sessionId) });
  return {
    /** Refused with GROUP_AT_CAPACITY, PATIENT_ALREADY_ENROLLED. */
    book: useMutation({
      mutationFn: async (patientId: string) => {
        await supabase.rpc('pm_book_drop_in', { session_id: sessionId, patient_id: patientId }).throwOnError();
      },
      onSettled,
    }),
    /** Refused with INVALID_TRANSITION for whoever joined or was recorded. */
    cancel: useMutation({
      mutationFn: async (patientId: string) => {
        await supabase.rpc('pm_cancel_drop_in', { session_id: sessionId, patient_id: patientId }).throwOnError();
      },
      onSettled,
    }),
  };
}
