import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';
import { invalidateClosedDays } from './closed-day-keys';
import type { ClosedDay } from './get-closed-days';

/** Gives a closed day another name. Asks for the row back: one that is gone would be passed over in silence. */
async function renameClosedDay(organizationId: string, { closed_on, name }: ClosedDay): Promise<void> {
  await supabase
    .from('pm_closed_days')
    .update({ name })
    .eq('organization_id', organizationId)
    .eq('closed_on', closed_on)
    .select('closed_on')
    .single()
    .throwOnError();
}

export function useRenameClosedDay() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (day: ClosedDay) => renameClosedDay(id, day),
    onSuccess: () => invalidateClosedDays(queryClient, id),
  });
}
