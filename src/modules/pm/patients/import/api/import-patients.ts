import { useMutation } from '@tanstack/react-query';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { useRefreshPatients } from '../../api/keys';
import type { ImportPatient } from '../import-row';

const resultSchema = z.object({
  index: z.number().int(),
  status: z.enum(['created', 'updated', 'unchanged', 'exists', 'similar', 'failed']),
  patient_id: z.guid().nullable(),
  problems: z.array(z.object({ column: z.string().nullable(), code: z.string(), detail: z.string().nullable() })),
  similar: z.array(
    z.object({
      /** Null in a preview for somebody who would be new by then: an earlier row of the same batch. */
      id: z.guid().nullable(),
      mrn: z.string(),
      first_name: z.string(),
      last_name: z.string(),
      date_of_birth: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});

/** What became, or would become, of one patient. */
export type ImportResult = z.output<typeof resultSchema>;

const answerSchema = z.object({ results: z.array(resultSchema) });

export interface ImportRequest {
  /** At most 500. */
  patients: readonly ImportPatient[];
  /** What happens to patients who are here with other values. */
  onExisting: 'skip' | 'update';
  /** Only says what would happen. */
  preview: boolean;
  signal: AbortSignal;
}

/** Imports patients; answers what became of each, in their order. One that cannot go in does not keep out the others. */
async function importPatients(organizationId: string, { patients, onExisting, preview, signal }: ImportRequest) {
  const { data } = await supabase
    .rpc('pm_import_patients', {
      organization_id: organizationId,
      patients: patients.map((patient) => ({ ...patient })),
      on_existing: onExisting,
      preview,
    })
    .abortSignal(signal)
    .throwOnError();
  const { results } = answerSchema.parse(data);
  if (results.length !== patients.length) throw new Error('pm_import_patients did not answer for each patient');
  return results;
}

export function useImportPatients() {
  const { id } = useOrganization();
  const refresh = useRefreshPatients();
  return useMutation({
    mutationFn: (request: ImportRequest) => importPatients(id, request),
    // Not waited for: the next batch need not wait until other screens are fresh.
    onSuccess: (_, { preview }) => {
      if (!preview) void refresh();
    },
  });
}
