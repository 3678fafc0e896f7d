import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from '../../api/keys';

interface Finiteness {
  seriesId: string;
  /** True: meant to end, nobody is reminded to extend it. */
  meantToEnd: boolean;
}

async function setSeriesFinite(organizationId: string, { seriesId, meantToEnd }: Finiteness): Promise<void> {
  await supabase
    .from('pm_session_series')
    .update({ is_finite: meantToEnd })
    .eq('organization_id', organizationId)
    .eq('id', seriesId)
    .select('id')
    .single()
    .throwOnError();
}

/** Refused for want of pm.group_schedule.edit. */
export function useSetSeriesFinite() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (finiteness: Finiteness) => setSeriesFinite(id, finiteness),
    onSuccess: () => invalidateSessions(queryClient, id),
  });
}
