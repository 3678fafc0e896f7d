import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { containsCondition } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';
import { enrollmentKeys } from './keys';

const LIMIT = 25;

interface TransferQuestion {
  /** The group to leave. */
  groupId: string;
  groupType: string;
  /** Found in name or code; empty for all. */
  words: string;
}

/** Active groups to which a patient could go: of the same type first, each by name, with seats and next session. */
async function getTransferTargets(organizationId: string, question: TransferQuestion, signal: AbortSignal) {
  const { groupId, groupType, words } = question;
  const groups = () => {
    const request = supabase
      .from('pm_group_overview')
      .select(
        'id, name, group_code, group_type, max_capacity, patient_count, waitlist_count, seats_free, next_session_at',
      )
      .eq('organization_id', organizationId)
      .eq('status', 'active')
      .neq('id', groupId);
    return words === '' ? request : request.or(containsCondition(['name', 'group_code'], words));
  };
  const [like, other] = await Promise.all([
    groups().eq('group_type', groupType).order('name').order('id').limit(LIMIT).abortSignal(signal).throwOnError(),
    groups().neq('group_type', groupType).order('name').order('id').limit(LIMIT).abortSignal(signal).throwOnError(),
  ]);
  // The generated types of a view's columns allow null; these never are.
  return [...like.data, ...other.data].flatMap(({ id, name, ...group }) =>
    id !== null && name !== null
      ? [
          {
            id,
            name,
            code: group.group_code,
            groupType: group.group_type ?? 'other',
            capacity: group.max_capacity ?? 0,
            taken: group.patient_count ?? 0,
            waiting: group.waitlist_count ?? 0,
            free: group.seats_free ?? 0,
            nextSessionAt: group.next_session_at,
          },
        ]
      : [],
  );
}

export type TransferTarget = Awaited<ReturnType<typeof getTransferTargets>>[number];

function transferTargetsQueryOptions(organizationId: string, question: TransferQuestion) {
  return queryOptions({
    queryKey: enrollmentKeys.transferTargets(organizationId, question),
    queryFn: ({ signal }) => getTransferTargets(organizationId, question, signal),
    placeholderData: keepPreviousData,
    // Seats are shown to decide by.
    staleTime: 0,
  });
}

export function useTransferTargets(question: TransferQuestion) {
  return useQuery(transferTargetsQueryOptions(useOrganization().id, question));
}
