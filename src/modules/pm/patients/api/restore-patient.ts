import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshPatients } from './keys';

/** Brings back a deleted patient's record; enrollments that ended stay ended. */
async function restorePatient(patientId: string) {
  await supabase.rpc('pm_restore_patient', { patient_id: patientId }).throwOnError();
}

export function useRestorePatient() {
  return useMutation({ mutationFn: restorePatient, onSuccess: useRefreshPatients() });
}
