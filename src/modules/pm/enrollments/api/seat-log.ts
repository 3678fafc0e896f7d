import { supabase } from '@/platform/supabase/client';
import { patientName } from '../patient-identity';
import { readSeatFacts, type SeatFacts } from '../timeline/seat-facts.schema';

/** What happens to a seat, of all that the log knows. */
const SEAT_ACTIONS = [
  'patient_enrolled',
  'patient_waitlisted',
  'patient_promoted',
  'patient_disenrolled',
  'waitlist_moved',
  'waitlist_held',
  'waitlist_released',
  'enrollment_updated',
  'enrollment_deleted',
  'enrollment_restored',
];

/** The log of a patient's seats, latest first. */
export function seatLog(organizationId: string, patientId: string) {
  return supabase
    .from('pm_group_activity_log')
    .select('id, action, performed_by, metadata, created_at, group_definition_id, group:pm_group_definitions(name)')
    .eq('organization_id', organizationId)
    .eq('patient_id', patientId)
    .in('action', SEAT_ACTIONS)
    .order('id', { ascending: false });
}

/** Entries of the log with their facts, and the names of patients and groups that those refer to. */
export async function withNames<Row extends { metadata: unknown }>(organizationId: string, rows: readonly Row[]) {
  const entries = rows.map(({ metadata, ...entry }) => ({ ...entry, facts: readSeatFacts(metadata) }));
  const facts = entries.map((entry) => entry.facts);
  const [patients, groups] = await Promise.all([
    getPatientNames(organizationId, facts.flatMap(enrollmentIds)),
    getGroupNames(organizationId, facts.flatMap(groupIds)),
  ]);
  return { entries, patients, groups };
}

function enrollmentIds({ cause, passed_over }: SeatFacts): string[] {
  return [
    ...(cause?.by_enrollment_id ? [cause.by_enrollment_id] : []),
    ...(passed_over ?? []).map((one) => one.enrollment_id),
  ];
}

function groupIds({ transferred_from_group_id, transferred_to_group_id }: SeatFacts): string[] {
  return [transferred_from_group_id, transferred_to_group_id].flatMap((id) => id ?? []);
}

/** Names of the patients by the ids of their enrollments; without those that were deleted or may not be seen. */
async function getPatientNames(organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { data } = await supabase
    .from('pm_group_enrollments')
    .select('id, patient:pm_patients(first_name, last_name, preferred_name)')
    .eq('organization_id', organizationId)
    .in('id', [...new Set(ids)])
    .throwOnError();
  return new Map(data.flatMap(({ id, patient }) => (patient ? [[id, patientName(patient)]] : [])));
}

async function getGroupNames(organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id, name')
    .eq('organization_id', organizationId)
    .in('id', [...new Set(ids)])
    .throwOnError();
  return new Map(data.map(({ id, name }) => [id, name]));
}
