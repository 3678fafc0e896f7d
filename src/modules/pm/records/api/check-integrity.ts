import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { SEVERITIES } from '../integrity-check/checks';
import type { Finding } from '../integrity-check/findings';
import { recordKeys, useRefreshRecords } from './keys';
import { readNames } from './read-names';

const findingSchema = z.object({
  check_key: z.string(),
  severity: z.enum(SEVERITIES).catch('warning'),
  entity: z.string(),
  entity_id: z.guid(),
  group_definition_id: z.guid().nullable(),
  patient_id: z.guid().nullable(),
  detail: z.string(),
  is_fixable: z.boolean(),
  is_fixed: z.boolean(),
});

/** What was found, the names of groups and patients in it by their id, and when that was (milliseconds since 1970). */
export interface IntegrityReport {
  findings: Finding[];
  names: ReadonlyMap<string, string>;
  checkedAt: number;
}

/** Checks an organization's data. `fix`: repairs what has one right answer, and tells of each finding whether it was. */
async function checkIntegrity(organizationId: string, fix: boolean): Promise<IntegrityReport> {
  const { data } = await supabase.rpc('pm_validate_integrity', { organization_id: organizationId, fix }).throwOnError();
  const findings = z.array(findingSchema).parse(data);
  const { names } = await readNames(organizationId, {
    groupIds: findings.flatMap(({ group_definition_id }) => group_definition_id ?? []),
    patientIds: findings.flatMap(({ patient_id }) => patient_id ?? []),
  });
  return { findings, names, checkedAt: Date.now() };
}

function integrityQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: recordKeys.integrity(organizationId),
    queryFn: () => checkIntegrity(organizationId, false),
    // Checked when the page is opened and when somebody asks: it goes through everything.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** What is wrong with the organization's data now. */
export function useIntegrity() {
  return useQuery(integrityQueryOptions(useOrganization().id));
}

/** Repairs what has one right answer; what came of it stands in the place of the last check until the next one. */
export function useRepairIntegrity() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  const refresh = useRefreshRecords();
  return useMutation({
    mutationFn: () => checkIntegrity(id, true),
    onSuccess: async (report) => {
      await refresh();
      queryClient.setQueryData(integrityQueryOptions(id).queryKey, report);
    },
  });
}
