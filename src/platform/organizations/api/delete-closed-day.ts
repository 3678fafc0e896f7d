import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';
import { invalidateClosedDays } from './closed-day-keys';

/** The day (`YYYY-MM-DD`) is an ordinary one again. Deleting one that is gone by now changes nothing. */
async function deleteClosedDay(organizationId: string, closedOn: string): Promise<void> {
  await supabase
    .from('pm_closed_days')
    .delete()
    .eq('organization_id', organizationId)
    .eq('closed_on', closedOn)
    .throwOnError();
}

export function useDeleteClosedDay() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (closedOn: string) => deleteClosedDay(id, closedOn),
    onSuccess: () => invalidateClosedDays(queryClient, id),
  });
}
