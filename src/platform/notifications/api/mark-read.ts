import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { isMarked, type Marked, pageMarked, unreadMarked } from '../marking';
import type { NotificationPage } from './get-notifications';
import { unreadQueryOptions } from './get-unread';
import { urgentQueryOptions } from './get-urgent';
import { notificationKeys } from './keys';

async function markRead(organizationId: string, marked: Marked, readAt: string) {
  const update = supabase
    .from('pf_notifications')
    .update({ read_at: readAt })
    .eq('organization_id', organizationId)
    .is('read_at', null);
  await ('id' in marked ? update.eq('id', marked.id) : update.lte('id', marked.upTo)).throwOnError();
}

/** Shows them as read at once; what is refused is unread again. */
export function useMarkRead() {
  const { id: organizationId } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (marked: Marked) => markRead(organizationId, marked, new Date().toISOString()),
    onMutate: async (marked) => {
      // An answer on its way would show for a moment what was.
      await queryClient.cancelQueries({ queryKey: notificationKeys.all(organizationId) });
      showAsRead(queryClient, organizationId, marked);
    },
    onSettled: () => {
      // Not waited for: it is read, and whoever clicked is somewhere else already.
      queryClient.invalidateQueries({ queryKey: notificationKeys.all(organizationId) });
    },
  });
}

function showAsRead(queryClient: QueryClient, organizationId: string, marked: Marked): void {
  const readAt = new Date().toISOString();
  queryClient.setQueriesData<NotificationPage>(
    { queryKey: notificationKeys.lists(organizationId) },
    (page) => page && pageMarked(page, marked, readAt),
  );
  queryClient.setQueryData(
    unreadQueryOptions(organizationId).queryKey,
    (unread) => unread && unreadMarked(unread, marked),
  );
  queryClient.setQueryData(urgentQueryOptions(organizationId).queryKey, (urgent) =>
    urgent?.filter(({ id }) => !isMarked(id, marked)),
  );
}
