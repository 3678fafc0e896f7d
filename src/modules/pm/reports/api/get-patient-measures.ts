import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { reportKeys } from './keys';

const rowSchema = z.object({
  session_id: z.guid(),
  session_date: z.string(),
  group_name: z.string(),
  title: z.string(),
  /** PostgREST may send a numeric as text. */
  score: z.coerce.number(),
  max_score: z.coerce.number().nullable(),
  band: z.string().nullable(),
  group_count: z.number(),
  /** Null under three answers. */
  group_average: z.coerce.number().nullable(),
});
export type PatientMeasure = z.output<typeof rowSchema>;

/** Measures without a score have nothing to draw. */
async function getPatientMeasures(patientId: string): Promise<PatientMeasure[]> {
  const { data } = await supabase.rpc('pm_patient_measures', { patient_id: patientId }).throwOnError();
  return z.array(rowSchema).parse(data.filter(({ score }) => score !== null));
}

function patientMeasuresQueryOptions(organizationId: string, patientId: string) {
  return queryOptions({
    queryKey: reportKeys.measures(organizationId, patientId),
    queryFn: () => getPatientMeasures(patientId),
  });
}

/** What a patient scored in check-ins, with the average of the group in the same session. */
export function usePatientMeasures(patientId: string) {
  return useQuery(patientMeasuresQueryOptions(useOrganization().id, patientId));
}
