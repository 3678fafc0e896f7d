import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from '../../api/keys';

export interface InstantSession {
  groupId: string;
  /** Null: as long as the group's sessions are. */
  minutes: number | null;
  /** Null: the group's. */
  location: string | null;
  /** In spite of a conflict. */
  override: boolean;
}

/** Starts a session of the group this minute; answers its id. */
async function startInstantSession({ groupId, minutes, location, override }: InstantSession): Promise<string> {
  const { data } = await supabase
    .rpc('pm_start_instant_session', {
      group_definition_id: groupId,
      conflict_override: override,
      ...(minutes !== null && { duration_minutes: minutes }),
      ...(location !== null && { location }),
    })
    .throwOnError();
  return data.id;
}

/** Refused with SESSION_ALREADY_ACTIVE, SCHEDULE_CONFLICT, the group's policy, or for want of permission. */
export function useStartInstantSession() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: startInstantSession,
    // A refusal says that something has changed since the page was read.
    onSettled: () => void invalidateSessions(queryClient, id),
  });
}
