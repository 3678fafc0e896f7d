import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { placements } from '../roster-model';
import { readRosterAfterChange } from './get-roster';
import { useRefreshSeats } from './keys';

/** Enrolls a patient, or puts the patient on the waitlist when the group is full: Postgres decides, and answers the row. */
async function enrollPatient(groupId: string, patientId: string) {
  const { data } = await supabase
    .rpc('pm_enroll_patient', { group_definition_id: groupId, patient_id: patientId })
    .throwOnError();
  return data;
}

/** Answers the enrollment and the seat or place (null when the roster could not be read afterwards). */
export function useEnrollPatient(groupId: string) {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (patientId: string) => {
      const enrollment = await enrollPatient(groupId, patientId);
      const roster = await readRosterAfterChange(queryClient, organizationId, groupId);
      return { enrollment, placement: (roster && placements(roster, [patientId])[0]) ?? null };
    },
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
