import { supabase } from '@/platform/supabase/client';
import { patientName } from '../patient-identity';

/** A patient's name for a toast; never fails, because what the toast tells of is done already. */
export async function getPatientName(organizationId: string, patientId: string): Promise<string> {
  const { data } = await supabase
    .from('pm_patients')
    .select('first_name, last_name, preferred_name')
    .eq('organization_id', organizationId)
    .eq('id', patientId)
    .maybeSingle();
  return data ? patientName(data) : 'The next patient';
}

/** Who got a seat that somebody else gave up. */
export interface Promoted {
  patientId: string;
  name: string;
}

/** Takes the promoted enrollment as the server answers it, null for nobody. */
export async function getPromoted(
  organizationId: string,
  promoted: { patient_id: string } | null,
): Promise<Promoted | null> {
  if (!promoted) return null;
  return { patientId: promoted.patient_id, name: await getPatientName(organizationId, promoted.patient_id) };
}
