import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';

/** Keys of everything read about question sets. */
export const questionSetKeys = {
  list: (organizationId: string) => queryKey(organizationId, 'question-sets', 'list'),
  archived: (organizationId: string) => queryKey(organizationId, 'question-sets', 'archived'),
  detail: (organizationId: string, questionSetId: string) =>
    queryKey(organizationId, 'question-sets', 'detail', questionSetId),
  versions: (organizationId: string, questionSetId: string) =>
    queryKey(organizationId, 'question-sets', 'versions', questionSetId),
  usage: (organizationId: string) => queryKey(organizationId, 'question-sets', 'usage'),
  assignments: (organizationId: string, of: { groupId: string } | { questionSetId: string }) =>
    queryKey(organizationId, 'question-sets', 'assignments', of),
  groupChoices: (organizationId: string) => queryKey(organizationId, 'question-sets', 'group-choices'),
};

/** The function that every change of question sets calls when it is done, successful or refused. */
export function useRefreshQuestionSets(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: queryKey(id, 'question-sets') }),
    [queryClient, id],
  );
}
