import { patientName } from '@/modules/pm/enrollments';
import { supabase } from '@/platform/supabase/client';
import { readRecentlyDeleted } from './get-recently-deleted';

/** Ids that fit into one address. */
const STEP = 100;

/** Groups and patients by their id; who may not see one does not find it. */
export interface NamedRecords {
  /** The names of deleted ones say so. */
  names: ReadonlyMap<string, string>;
  /** Those that no page shows, because they are deleted. */
  deleted: ReadonlySet<string>;
}

/** Reads the names of groups and patients. */
export async function readNames(
  organizationId: string,
  { groupIds, patientIds }: { groupIds: readonly string[]; patientIds: readonly string[] },
): Promise<NamedRecords> {
  const [groups, patients] = await Promise.all([
    inSteps(groupIds, (ids) =>
      supabase
        .from('pm_group_definitions')
        .select('id, name')
        .eq('organization_id', organizationId)
        .in('id', ids)
        .throwOnError(),
    ),
    inSteps(patientIds, (ids) =>
      supabase
        .from('pm_patients')
        .select('id, first_name, last_name, preferred_name')
        .eq('organization_id', organizationId)
        .in('id', ids)
        .throwOnError(),
    ),
  ]);
  const names = new Map([
    ...groups.map(({ id, name }) => [id, name] as const),
    ...patients.map((patient) => [patient.id, patientName(patient)] as const),
  ]);
  const isComplete = [...groupIds, ...patientIds].every((id) => names.has(id));
  if (isComplete) return { names, deleted: new Set() };
  const gone = await namesOfDeleted(organizationId);
  return { names: new Map([...gone, ...names]), deleted: new Set(gone.map(([id]) => id)) };
}

async function inSteps<Row>(
  ids: readonly string[],
  read: (ids: string[]) => PromiseLike<{ data: Row[] }>,
): Promise<Row[]> {
  const distinct = [...new Set(ids)];
  const steps = Array.from({ length: Math.ceil(distinct.length / STEP) }, (_, step) =>
    distinct.slice(step * STEP, (step + 1) * STEP),
  );
  const answers = await Promise.all(steps.map(read));
  return answers.flatMap(({ data }) => data);
}

async function namesOfDeleted(organizationId: string) {
  // Who may delete nothing does not learn the names of what is gone, and reads the log all the same.
  const records = await readRecentlyDeleted(organizationId).catch(() => []);
  return records.map(({ id, name }) => [id, `${name} (deleted)`] as const);
}
