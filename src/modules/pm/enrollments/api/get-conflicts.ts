import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { enrollmentKeys } from './keys';

const conflictSchema = z.object({
  patient_id: z.uuid(),
  other_group_definition_id: z.uuid(),
  other_group_name: z.string(),
  session_date: z.string(),
  start_time: z.string(),
  end_time: z.string(),
  other_start_time: z.string(),
  other_end_time: z.string(),
  conflict_count: z.number(),
});

/** The first clash of a patient's sessions with those of another group: date and wall-clock times, and how many clash in all. */
export type EnrollmentConflict = z.output<typeof conflictSchema>;

interface ConflictQuestion {
  groupId: string;
  patientIds: readonly string[];
  /** First day on the rosters; null is today. */
  startsOn: string | null;
}

async function getConflicts({ groupId, patientIds, startsOn }: ConflictQuestion, signal: AbortSignal) {
  const { data } = await supabase
    .rpc('pm_enrollment_conflicts', {
      group_definition_id: groupId,
      patient_ids: [...patientIds],
      starts_on: startsOn ?? undefined,
    })
    .abortSignal(signal)
    .throwOnError();
  return z.array(conflictSchema).parse(data);
}

function conflictsQueryOptions(organizationId: string, question: ConflictQuestion) {
  return queryOptions({
    queryKey: enrollmentKeys.conflicts(organizationId, question),
    queryFn: ({ signal }) => getConflicts(question, signal),
    // What was found for those chosen so far stays until the answer with one more is there.
    placeholderData: keepPreviousData,
  });
}

/** Where patients would be in two places at once; nothing is asked for nobody, or when the schedule may not be seen. */
export function useEnrollmentConflicts(question: ConflictQuestion) {
  const { can } = usePermissions();
  const maySee = can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) && can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW);
  return useQuery({
    ...conflictsQueryOptions(useOrganization().id, question),
    enabled: maySee && question.patientIds.length > 0 && question.groupId !== '',
  });
}
