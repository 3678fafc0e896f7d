import { supabase } from '@/platform/supabase/client';
import { readSeatFacts } from '../timeline/seat-facts.schema';

/** As many as are read for one wait. */
const LIMIT = 50;

/** Entries by which somebody gets a seat; those who waited longer then are kept with them. */
const GIVEN = ['patient_promoted', 'patient_enrolled', 'enrollment_restored'];

/**
 * When others got a seat of the group while these enrollments waited before them. Each is an entry of the log with the
 * action `passed_over`, which names who got the seat.
 */
export async function getOvertakings(organizationId: string, groupId: string, enrollmentIds: readonly string[]) {
  const found = await Promise.all(
    enrollmentIds.map(async (enrollmentId) => {
      const { data } = await supabase
        .from('pm_group_activity_log')
        .select('id, action, performed_by, metadata, created_at, group_definition_id, group:pm_group_definitions(name)')
        .eq('organization_id', organizationId)
        .eq('group_definition_id', groupId)
        .in('action', GIVEN)
        .contains('metadata', { passed_over: [{ enrollment_id: enrollmentId }] })
        .order('id', { ascending: false })
        .limit(LIMIT)
        .throwOnError();
      return data.map((row) => ({
        ...row,
        action: 'passed_over',
        metadata: overtaking(row.action, row.metadata, enrollmentId),
      }));
    }),
  );
  return found.flat();
}

function overtaking(action: string, metadata: unknown, enrollmentId: string) {
  const { enrollment_id, passed_over, cause } = readSeatFacts(metadata);
  const held = passed_over?.some((one) => one.enrollment_id === enrollmentId && one.why === 'held');
  const why = held ? 'held' : action === 'patient_promoted' ? 'by_hand' : 'entered';
  return { passed_over: [{ enrollment_id: enrollment_id ?? '', why }], reason: cause?.reason ?? null };
}
