import { useMutation } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useRefreshGroups } from '../../api/keys';

interface MadeGroup {
  id: string;
  name: string;
}

/** A group that is still there, and why. */
export interface Remaining {
  id: string;
  error: unknown;
}

const REASON = 'The group was cloned by mistake';

/** As many as the database cancels at once. */
const PART = 100;

/** Cancels the group's planned sessions, which deleting it would leave in the calendar. */
async function cancelSessions(groupId: string): Promise<void> {
  const { data } = await supabase
    .from('pm_group_schedule')
    .select('id')
    .eq('group_definition_id', groupId)
    .eq('status', 'scheduled')
    .throwOnError();
  for (let from = 0; from < data.length; from += PART) {
    const session_ids = data.slice(from, from + PART).map(({ id }) => id);
    await supabase.rpc('pm_cancel_sessions', { session_ids, reason: REASON }).throwOnError();
  }
}

/** Deletes the groups one by one, softly; answers those that could not be, and goes on with the others. */
async function takeBackClones(groups: readonly MadeGroup[]): Promise<Remaining[]> {
  const remaining: Remaining[] = [];
  for (const { id } of groups) {
    try {
      await cancelSessions(id);
      await supabase.rpc('pm_delete_group_definition', { group_definition_id: id }).throwOnError();
    } catch (error) {
      remaining.push({ id, error });
    }
  }
  return remaining;
}

export function useTakeBackClones() {
  return useMutation({ mutationFn: takeBackClones, onSettled: useRefreshGroups() });
}
