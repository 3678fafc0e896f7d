import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { placements } from '../roster-model';
import { enrollmentRowSchema } from './enrollment-row.schema';
import { getPromoted } from './get-patient-name';
import { readRosterAfterChange } from './get-roster';
import { useRefreshSeats } from './keys';

const transferResultSchema = z.object({
  disenrolled: enrollmentRowSchema,
  enrolled: enrollmentRowSchema,
  promoted: enrollmentRowSchema.nullable(),
});

interface Transfer {
  enrollmentId: string;
  /** The group to go to. */
  groupId: string;
  /** What happens when it is full: nothing at all, or the seat here is given up for a place on its waitlist. */
  onFull: 'reject' | 'waitlist';
  startsOn: string | null;
  reason: string;
}

/** Moves a seat or a place to another group in one step: all of it happens, or nothing. */
async function transferEnrollment({ enrollmentId, groupId, onFull, startsOn, reason }: Transfer) {
  const { data } = await supabase
    .rpc('pm_transfer_enrollment', {
      enrollment_id: enrollmentId,
      group_definition_id: groupId,
      on_full: onFull,
      starts_on: startsOn ?? undefined,
      reason,
    })
    .throwOnError();
  return transferResultSchema.parse(data);
}

/** Answers the new enrollment, its seat or place (null when it could not be read), and who got the seat left behind. */
export function useTransferEnrollment() {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (transfer: Transfer) => {
      const { enrolled, promoted } = await transferEnrollment(transfer);
      const [roster, whoMovedUp] = await Promise.all([
        readRosterAfterChange(queryClient, organizationId, transfer.groupId),
        getPromoted(organizationId, promoted),
      ]);
      const placement = (roster && placements(roster, [enrolled.patient_id])[0]) ?? null;
      return { status: enrolled.status, placement, promoted: whoMovedUp };
    },
    onSettled: () => void refresh(),
  });
}
