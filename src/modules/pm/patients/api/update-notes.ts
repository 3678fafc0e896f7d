import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { useRefreshPatients } from './keys';

/** Changes a patient's notes; empty takes them away. Throws PGRST116 when the record is gone by now. */
async function updateNotes(organizationId: string, patientId: string, notes: string) {
  await supabase
    .from('pm_patients')
    .update({ notes: notes.trim() || null })
    .eq('organization_id', organizationId)
    .eq('id', patientId)
    .select('id')
    .single()
    .throwOnError();
}

export function useUpdateNotes(patientId: string) {
  const { id } = useOrganization();
  return useMutation({
    mutationFn: (notes: string) => updateNotes(id, patientId, notes),
    onSuccess: useRefreshPatients(),
  });
}
