import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentRowSchema } from './enrollment-row.schema';
import { getPromoted } from './get-patient-name';
import { useRefreshSeats } from './keys';

const releaseResultSchema = z.object({ released: enrollmentRowSchema, promoted: enrollmentRowSchema.nullable() });

/** Ends a hold; when a seat is free, whoever is first gets it. */
async function releaseFromHold(enrollmentId: string) {
  const { data } = await supabase.rpc('pm_release_from_hold', { enrollment_id: enrollmentId }).throwOnError();
  return releaseResultSchema.parse(data);
}

/** Answers who got a free seat by that (null: nobody). */
export function useReleaseFromHold() {
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async (enrollmentId: string) => {
      const { promoted } = await releaseFromHold(enrollmentId);
      return { promoted: await getPromoted(organizationId, promoted) };
    },
    onSettled: () => void refresh(),
  });
}
