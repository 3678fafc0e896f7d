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
