import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '@/platform/supabase/client';
import { joinPath } from '../join-path';
import type { MyGroup } from './get-my-groups';
import { groupKeys } from './keys';

/** The planned session, or a new one that asks a question set; null: what the group always asks. */
export type Start = { kind: 'planned'; sessionId: string } | { kind: 'new'; questionSetId: string | null };

const createdSchema = z.object({ session: z.object({ id: z.guid() }), join_path: z.string() });

async function startSession(group: MyGroup, start: Start) {
  if (start.kind === 'planned') {
    const { data } = await supabase.rpc('pm_start_session', { session_id: start.sessionId }).throwOnError();
    return { sessionId: data.id, path: joinPath(data) };
  }
  const { data } = await supabase
    .rpc('pm_create_group_session', {
      group_definition_id: group.group_definition_id,
      ...(start.questionSetId !== null && { question_set_id: start.questionSetId }),
    })
    .throwOnError();
  const { session, join_path } = createdSchema.parse(data);
  return { sessionId: session.id, path: join_path };
}

/** Starts a session of the group this minute. */
export function useStartSession(group: MyGroup) {
  const queryClient = useQueryClient();
  const organizationId = group.organization_id;
  return useMutation({
    mutationFn: (start: Start) => startSession(group, start),
    // Also after a refusal: somebody else may have started one, or a permission may be gone.
    onSettled: async (started) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: groupKeys.mine }),
        queryClient.invalidateQueries({ queryKey: groupKeys.organization(organizationId) }),
      ]);
      if (started) {
        queryClient.setQueryData<string | null>(groupKeys.joinPath(organizationId, started.sessionId), started.path);
      }
    },
  });
}
