import { useQuery } from '@tanstack/react-query';
import { useUser } from '@/platform/auth';
import { useMemberships, useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { notificationKeys } from './keys';

async function getUnreadElsewhere(organizationId: string, userId: string): Promise<ReadonlySet<string>> {
  // One of each organization is enough to know.
  const { data } = await supabase
    .from('pf_memberships')
    .select('organization_id, unread:pf_notifications!inner(id)')
    .eq('user_id', userId)
    .eq('status', 'active')
    .neq('organization_id', organizationId)
    .is('unread.read_at', null)
    .limit(1, { referencedTable: 'unread' })
    .throwOnError();
  return new Set(data.map(({ organization_id }) => organization_id));
}

/** The ids of the person's other organizations in which something waits to be read. Asked only where there are others. */
export function useUnreadElsewhere() {
  const { id } = useOrganization();
  const userId = useUser().id;
  const { data: memberships = [] } = useMemberships(userId);
  return useQuery({
    queryKey: notificationKeys.elsewhere(id),
    queryFn: () => getUnreadElsewhere(id, userId),
    enabled: memberships.length > 1,
  });
}
