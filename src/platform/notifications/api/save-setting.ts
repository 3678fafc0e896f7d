import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { NotificationKind } from '../notification-kinds';
import { settingsQueryOptions } from './get-settings';

interface Setting {
  kind: NotificationKind;
  isEnabled: boolean;
}

async function saveSetting(organizationId: string, { kind, isEnabled }: Setting) {
  await supabase
    .from('pf_notification_settings')
    .upsert(
      { organization_id: organizationId, kind, is_enabled: isEnabled },
      { onConflict: 'organization_id,user_id,kind' },
    )
    .throwOnError();
}

/** Shows the choice at once and takes it back when it is refused; others made meanwhile stay as they are. */
export function useSaveSetting() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  const { queryKey } = settingsQueryOptions(organizationId);
  const show = ({ kind, isEnabled }: Setting) =>
    queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, [kind]: isEnabled });
  const mutationKey = [organizationId, 'save-notification-setting'];

  return useMutation({
    mutationKey,
    // One after the other: of two presses of the same switch the later one counts.
    scope: { id: mutationKey.join(' ') },
    mutationFn: (setting: Setting) => saveSetting(organizationId, setting),
    onMutate: show,
    onError: (_error, setting) => show({ ...setting, isEnabled: !setting.isEnabled }),
    onSettled: () => {
      // The last of several reads again; an earlier answer would undo for a moment what is still on its way.
      if (queryClient.isMutating({ mutationKey }) === 1) queryClient.invalidateQueries({ queryKey });
    },
  });
}
