import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';

const rowSchema = z.object({
  patient_id: z.guid(),
  /** Names are null for those who may not see patients. */
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  mrn: z.string().nullable(),
  program: z.enum(['iop', 'php']),
  week_start: z.string(),
  week_end: z.string(),
  minimum_minutes: z.number(),
  minimum_days: z.number(),
  attended_minutes: z.number(),
  attended_days: z.number(),
  booked_minutes: z.number(),
  booked_days: z.number(),
  unrecorded_minutes: z.number(),
  status: z.enum(['met', 'on_track', 'at_risk', 'missed']),
  joined_in_week: z.boolean(),
  /** The program's groups in which the patient has a seat. */
  group_definition_ids: z.array(z.guid()),
});
export type ComplianceRow = z.output<typeof rowSchema>;

async function getCompliance(organizationId: string, week: string) {
  const { data } = await supabase
    .rpc('pm_program_compliance', { organization_id: organizationId, week_of: week })
    .throwOnError();
  return z.array(rowSchema).parse(data);
}

function complianceQueryOptions(organizationId: string, week: string) {
  return queryOptions({
    queryKey: reportKeys.compliance(organizationId, week),
    queryFn: () => getCompliance(organizationId, week),
    placeholderData: keepPreviousData,
  });
}

/** The patients of IOP and PHP programs against their minimum, in the week that holds the day (`YYYY-MM-DD`). */
export function useCompliance(week: string) {
  return useQuery(complianceQueryOptions(useOrganization().id, week));
}
