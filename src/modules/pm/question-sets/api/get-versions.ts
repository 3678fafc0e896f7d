import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { versionsOf } from '../version-chain';
import { questionSetKeys } from './keys';

/** All versions of a question set, latest first; takes any of them. */
async function getVersions(organizationId: string, questionSetId: string) {
  const { data } = await supabase
    .from('pm_question_sets')
    .select('id, title, version, previous_version_id, superseded_at, created_at')
    .eq('organization_id', organizationId)
    .or('previous_version_id.not.is.null,superseded_at.not.is.null')
    .throwOnError();
  return versionsOf(data, questionSetId);
}

function versionsQueryOptions(organizationId: string, questionSetId: string) {
  return queryOptions({
    queryKey: questionSetKeys.versions(organizationId, questionSetId),
    queryFn: () => getVersions(organizationId, questionSetId),
  });
}

/** The versions of a question set, latest first; none when it has only ever had the one. */
export function useVersions(questionSetId: string) {
  return useQuery(versionsQueryOptions(useOrganization().id, questionSetId));
}
