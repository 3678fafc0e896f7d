import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { readNamesOfPeople } from '@/platform/audit';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { recordKeys } from './keys';

const removal = z.object({ target: z.object({ user_id: z.guid() }) });

/** The names of people who were removed or have left, by their id; some may be members again. */
async function getFormerMembers(organizationId: string): Promise<ReadonlyMap<string, string>> {
  const { data } = await supabase
    .from('pf_audit_log')
    .select('target')
    .eq('organization_id', organizationId)
    .eq('target_table', 'pf_memberships')
    .eq('action', 'delete')
    .order('id', { ascending: false })
    .limit(1000)
    .throwOnError();
  const ids = data.flatMap((entry) => removal.safeParse(entry).data?.target.user_id ?? []);
  const people = await readNamesOfPeople(organizationId, ids);
  return new Map([...people].map(([id, { full_name }]) => [id, full_name]));
}

function formerMembersQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: recordKeys.formerMembers(organizationId),
    queryFn: () => getFormerMembers(organizationId),
  });
}

/** Who is no member any more: what they did stays in the logs, and can be asked for. */
export function useFormerMembers() {
  return useQuery(formerMembersQueryOptions(useOrganization().id));
}
