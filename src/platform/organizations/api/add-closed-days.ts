import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { useOrganization } from '../organization-context';
import { invalidateClosedDays } from './closed-day-keys';
import type { ClosedDay } from './get-closed-days';

/** Marks days as closed, all or none: one that is closed already is refused (23505). */
async function addClosedDays(organizationId: string, days: readonly ClosedDay[]): Promise<void> {
  await supabase
    .from('pm_closed_days')
    .insert(days.map((day) => ({ ...day, organization_id: organizationId })))
    .throwOnError();
}

export function useAddClosedDays() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (days: readonly ClosedDay[]) => addClosedDays(id, days),
    onSuccess: () => invalidateClosedDays(queryClient, id),
  });
}
