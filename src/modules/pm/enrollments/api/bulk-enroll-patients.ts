import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { EnrollTerms } from '../enroll-terms';
import { placements } from '../roster-model';
import { readRosterAfterChange } from './get-roster';
import { useRefreshSeats } from './keys';

const bulkResultSchema = z.object({
  assigned: z.number(),
  waitlisted: z.number(),
  failed: z.number(),
  results: z.array(
    z.object({
      patient_id: z.uuid(),
      status: z.enum(['enrolled', 'waitlisted', 'failed']),
      error: z.string().nullable(),
      detail: z.string().nullish(),
    }),
  ),
});

/** How many patients the database takes in one step. */
export const BULK_LIMIT = 100;

interface Wanted extends EnrollTerms {
  patientIds: string[];
}

/** Enrolls 1 to 100 patients in the given order; one failure does not undo the others. */
async function bulkEnrollPatients(groupId: string, { patientIds, startsOn, onFull }: Wanted) {
  const { data } = await supabase
    .rpc('pm_bulk_enroll_patients', {
      group_definition_id: groupId,
      patient_ids: patientIds,
      on_full: onFull,
      starts_on: startsOn ?? undefined,
    })
    .throwOnError();
  return bulkResultSchema.parse(data);
}

/** Answers the counts, and for each patient the seat or place (null: not enrolled, or the roster could not be read) and the error's code. */
export function useBulkEnrollPatients(groupId: string) {
  const queryClient = useQueryClient();
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (wanted: Wanted) => {
      const { results, ...counts } = await bulkEnrollPatients(groupId, wanted);
      const roster = await readRosterAfterChange(queryClient, organizationId, groupId);
      const done = results.filter(({ status }) => status !== 'failed').map(({ patient_id }) => patient_id);
      const found = roster ? placements(roster, done) : [];
      return {
        counts,
        results: results.map((result) => ({ ...result, placement: found[done.indexOf(result.patient_id)] ?? null })),
      };
    },
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
