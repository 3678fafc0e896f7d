import { supabase } from '@/platform/supabase/client';

/** Ids that fit into one address. */
const STEP = 100;

/** What is needed to name patients, tell them apart and reach them, by id; who may not be seen, or was deleted, is missing. */
export async function readPatients(organizationId: string, patientIds: readonly string[]) {
  const ids = [...new Set(patientIds)];
  const steps = Array.from({ length: Math.ceil(ids.length / STEP) }, (_, step) =>
    ids.slice(step * STEP, (step + 1) * STEP),
  );
  const answers = await Promise.all(
    steps.map((some) =>
      supabase
        .from('pm_patients')
        .select('id, first_name, last_name, preferred_name, mrn, date_of_birth, phone, email')
        .eq('organization_id', organizationId)
        .in('id', some)
        .throwOnError(),
    ),
  );
  return new Map(answers.flatMap(({ data }) => data.map((patient) => [patient.id, patient] as const)));
}
