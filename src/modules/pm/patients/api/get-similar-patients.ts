import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { patientKeys } from './keys';

/** What is known of somebody who may have a record already. */
export interface Likeness {
  firstName: string;
  lastName: string;
  /** `YYYY-MM-DD`; null where it is not known. */
  dateOfBirth: string | null;
  /** Empty where it is not known. */
  mrn: string;
  /** The record that is being edited, which is no double of itself. */
  exceptId: string | null;
}

const similarSchema = z.object({
  id: z.guid(),
  mrn: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  preferred_name: z.string().nullable(),
  date_of_birth: z.string().nullable(),
  phone: z.string().nullable(),
  status: z.string(),
  reason: z.enum(['same_mrn', 'same_birth_date', 'same_name']),
  is_deleted: z.boolean(),
});

/** A record that may be of the same person, and why. Deleted ones are for those who may restore them. */
export type SimilarPatient = z.output<typeof similarSchema>;

async function getSimilarPatients(organizationId: string, likeness: Likeness, signal: AbortSignal) {
  const { data } = await supabase
    .rpc('pm_similar_patients', {
      organization_id: organizationId,
      first_name: likeness.firstName,
      last_name: likeness.lastName,
      date_of_birth: likeness.dateOfBirth ?? undefined,
      mrn: likeness.mrn || undefined,
      except_patient_id: likeness.exceptId ?? undefined,
    })
    .abortSignal(signal)
    .throwOnError();
  return z.array(similarSchema).parse(data);
}

export function similarPatientsQueryOptions(organizationId: string, likeness: Likeness) {
  return queryOptions({
    queryKey: patientKeys.similar(organizationId, likeness),
    queryFn: ({ signal }) => getSimilarPatients(organizationId, likeness, signal),
    placeholderData: keepPreviousData,
  });
}

/** At most ten records that may be of the same person, likeliest first. Nothing is asked for null. */
export function useSimilarPatients(likeness: Likeness | null) {
  const { id } = useOrganization();
  const nobody = { firstName: '', lastName: '', dateOfBirth: null, mrn: '', exceptId: null };
  return useQuery({ ...similarPatientsQueryOptions(id, likeness ?? nobody), enabled: likeness !== null });
}
