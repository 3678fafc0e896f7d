import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { enrollmentRowSchema } from './enrollment-row.schema';
import { getPatientName } from './get-patient-name';
import { useRefreshSeats } from './keys';

const deleteResultSchema = z.object({ deleted: enrollmentRowSchema, promoted: enrollmentRowSchema.nullable() });

/** Soft-deletes an enrollment that was made by mistake. */
async function deleteEnrollment(enrollmentId: string) {
  const { data } = await supabase.rpc('pm_delete_enrollment', { enrollment_id: enrollmentId }).throwOnError();
  return deleteResultSchema.parse(data);
}

/** Answers the name of who got the freed seat (null: nobody). */
export function useDeleteEnrollment() {
  const { id: organizationId } = useOrganization();
  return useMutation({
    mutationFn: async (enrollmentId: string) => {
      const { promoted } = await deleteEnrollment(enrollmentId);
      return { promotedName: promoted && (await getPatientName(organizationId, promoted.patient_id)) };
    },
    onSettled: useRefreshSeats(),
  });
}
