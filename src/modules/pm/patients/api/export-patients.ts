import type { PatientListItem } from './get-patients';
import { matchingPatients, type PatientListFilter } from './matching-patients';
import { withPlaces } from './with-places';

/** As many rows as PostgREST gives at once. */
const STEP = 1000;

/** Called after each step with how many of how many patients are there. */
export type ExportProgress = (done: number, total: number) => void;

/**
 * All patients that search and filters leave, whatever the page. They are read by id, so that nobody comes twice or is
 * skipped when records are added meanwhile; the order is the caller's to make. Rejects when `signal` ends it.
 */
export async function exportPatients(
  organizationId: string,
  filter: PatientListFilter,
  { signal, onProgress }: { signal: AbortSignal; onProgress: ExportProgress },
): Promise<PatientListItem[]> {
  const patients: PatientListItem[] = [];
  let total = 0;
  for (;;) {
    const last = patients.at(-1);
    let request = matchingPatients(organizationId, filter, !last);
    if (last) request = request.gt('id', last.id);
    const { data, count } = await request.order('id').limit(STEP).abortSignal(signal).throwOnError();
    // A server may give fewer at once than were asked for; one that gives none has no more.
    if (data.length === 0) return patients;
    patients.push(...(await withPlaces(organizationId, data, signal)));
    total ||= count ?? 0;
    if (!last && patients.length >= total) return patients;
    onProgress(patients.length, Math.max(total, patients.length));
  }
}
