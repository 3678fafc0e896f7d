import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { EnrollTerms } from '../enroll-terms';
import { placements } from '../roster-model';
import { readRosterAfterChange } from './get-roster';
import { readOutlook } from './get-seat-outlook';
import { useRefreshSeats } from './keys';

interface Wanted extends EnrollTerms {
  patientId: string;
}

/** Enrolls a patient, or puts the patient on the waitlist when the group is full: Postgres decides, and answers the row. */
async function enrollPatient(groupId: string, { patientId, startsOn, onFull }: Wanted) {
  const { data } = await supabase
    .rpc('pm_enroll_patient', {
      group_definition_id: groupId,
      patient_id: patientId,
      on_full: onFull,
      starts_on: startsOn ?? undefined,
    })
    .throwOnError();
  return data;
}

/**
 * Answers the enrollment, the seat or place, and for who waits how fast seats come free (each null when it could not be
 * read afterwards). Rejects with GROUP_AT_CAPACITY when a full group should refuse.
 */
export function useEnrollPatient(groupId: string) {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (wanted: Wanted) => {
      const enrollment = await enrollPatient(groupId, wanted);
      const [roster, outlook] = await Promise.all([
        readRosterAfterChange(queryClient, organizationId, groupId),
        enrollment.status === 'waitlisted' ? readOutlook(queryClient, organizationId, groupId) : null,
      ]);
      return { enrollment, placement: (roster && placements(roster, [wanted.patientId])[0]) ?? null, outlook };
    },
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
