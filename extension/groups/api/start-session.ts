import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '@/platform/supabase/client';
import type { MyGroup } from './get-my-groups';
import { groupKeys } from './keys';

const startedSchema = z.object({ session: z.object({ id: z.guid() }), join_path: z.string() });

async function startSession(group: MyGroup, questionSetId: string | null) {
  const { data } = await supabase
    .rpc('pm_create_group_session', {
      group_definition_id: group.group_definition_id,
      ...(questionSetId !== null && { question_set_id: questionSetId }),
    })
    .throwOnError();
  return startedSchema.parse(data);
}

/** Starts a session of the group this minute; called with the question set to ask, or null for the group's check-in. */
export function useStartSession(group: MyGroup) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (questionSetId: string | null) => startSession(group, questionSetId),
    onSuccess: ({ session, join_path }) => {
      queryClient.setQueryData<string | null>(groupKeys.joinPath(group.organization_id, session.id), join_path);
    },
    // Also after a refusal: somebody else may have started one, or a permission may be gone.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: groupKeys.mine }),
        queryClient.invalidateQueries({ queryKey: groupKeys.recentQuestionSets(group.organization_id) }),
      ]),
  });
}
