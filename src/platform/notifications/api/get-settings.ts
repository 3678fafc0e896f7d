import { queryOptions, useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { notificationKeys } from './keys';

/** By kind; a kind that is missing is told. */
export type NotificationSettings = Readonly<Record<string, boolean>>;

async function getSettings(organizationId: string): Promise<NotificationSettings> {
  const { data } = await supabase
    .from('pf_notification_settings')
    .select('kind, is_enabled')
    .eq('organization_id', organizationId)
    .throwOnError();
  return Object.fromEntries(data.map(({ kind, is_enabled }) => [kind, is_enabled]));
}

export function settingsQueryOptions(organizationId: string) {
  return queryOptions({
    queryKey: notificationKeys.settings(organizationId),
    queryFn: () => getSettings(organizationId),
  });
}

/** What the person wants to be told in the open organization. */
export function useNotificationSettings() {
  return useQuery(settingsQueryOptions(useOrganization().id));
}
