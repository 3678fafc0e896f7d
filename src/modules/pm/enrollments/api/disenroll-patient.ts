import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentRowSchema } from './enrollment-row.schema';
import { getPromoted } from './get-patient-name';
import { useRefreshSeats } from './keys';

const disenrollResultSchema = z.object({ disenrolled: enrollmentRowSchema, promoted: enrollmentRowSchema.nullable() });

/** Takes a patient off the roster or the waitlist; who waits longest gets a freed seat. The reason may be empty. */
async function disenrollPatient(enrollmentId: string, reason: string) {
  const { data } = await supabase.rpc('pm_disenroll_patient', { enrollment_id: enrollmentId, reason }).throwOnError();
  return disenrollResultSchema.parse(data);
}

/** Answers who was promoted (null: nobody). */
export function useDisenrollPatient() {
  const { id: organizationId } = useOrganization();
  const refresh = useRefreshSeats();
  return useMutation({
    mutationFn: async ({ enrollmentId, reason }: { enrollmentId: string; reason: string }) => {
      const { promoted } = await disenrollPatient(enrollmentId, reason);
      return { promoted: await getPromoted(organizationId, promoted) };
    },
    // Not waited for: the answer is to be read at once.
    onSettled: () => void refresh(),
  });
}
