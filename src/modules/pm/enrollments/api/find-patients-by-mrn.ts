import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { PATIENT_IDENTITY_COLUMNS, type PatientIdentity } from '../patient-identity';

/** More would make the address of the request too long. */
const AT_ONCE = 50;

/** The patients who have these MRNs, in the order of the MRNs; who is not found is left out. */
async function findPatientsByMrn(organizationId: string, mrns: readonly string[]): Promise<PatientIdentity[]> {
  const parts = Array.from({ length: Math.ceil(mrns.length / AT_ONCE) }, (_, part) =>
    mrns.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const found = await Promise.all(
    parts.map(async (part) => {
      const { data } = await supabase
        .from('pm_patients')
        .select(PATIENT_IDENTITY_COLUMNS)
        .eq('organization_id', organizationId)
        .in('mrn', part)
        .throwOnError();
      return data;
    }),
  );
  const byMrn = new Map(found.flat().map((patient) => [patient.mrn, patient]));
  return mrns.flatMap((mrn) => byMrn.get(mrn) ?? []);
}

export function useFindPatientsByMrn() {
  const { id: organizationId } = useOrganization();
  return useMutation({ mutationFn: (mrns: readonly string[]) => findPatientsByMrn(organizationId, mrns) });
}
