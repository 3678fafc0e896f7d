import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { supabase } from '@/platform/supabase/client';
import { runKeys } from './keys';

const streakSchema = z.object({
  patient_id: z.string(),
  group_definition_id: z.string(),
  group_name: z.string(),
  missed_in_a_row: z.number(),
  /** Dates of the clinic, `YYYY-MM-DD`; null for who never came. */
  last_attended_on: z.string().nullable(),
  last_missed_on: z.string().nullable(),
  /** Names are null for whoever may not see patients. */
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  mrn: z.string().nullable(),
});

/** A patient with a seat in a group whose sessions the patient keeps missing. */
export type NoShowStreak = z.output<typeof streakSchema>;

async function getNoShowStreaks(organizationId: string): Promise<NoShowStreak[]> {
  const { data } = await supabase.rpc('pm_no_show_streaks', { organization_id: organizationId }).throwOnError();
  return z.array(streakSchema).parse(data);
}

export function noShowStreaksQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: runKeys.streaks(organizationId),
    queryFn: () => getNoShowStreaks(organizationId),
  });
}

/** Who missed two sessions or more in a row, longest first. Nothing is asked without pm.group_enrollments.view. */
export function useNoShowStreaks() {
  const { id } = useOrganization();
  const { can } = usePermissions();
  return useQuery({ ...noShowStreaksQueryOptions(id), enabled: can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW) });
}
