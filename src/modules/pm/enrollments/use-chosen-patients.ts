import { useState } from 'react';
import { BULK_LIMIT } from './api/bulk-enroll-patients';
import { useFindPatientsByMrn } from './api/find-patients-by-mrn';
import { pastedSentence, readMrns } from './mrn-list';
import type { PatientIdentity } from './patient-identity';

/** More lines than this are no list for one group. */
const PASTE_LIMIT = 500;

/**
 * The patients chosen for a group, one by one or by a pasted list of MRNs. `isPresent` tells who has a seat or waits
 * already; `pasted` says what came of the last list.
 */
export function useChosenPatients(isPresent: (patientId: string) => boolean) {
  const [chosen, setChosen] = useState<readonly PatientIdentity[]>([]);
  const [pasted, setPasted] = useState<string | null>(null);
  const search = useFindPatientsByMrn();

  function add(patients: readonly PatientIdentity[]) {
    setPasted(null);
    const ids = new Set(chosen.map(({ id }) => id));
    const fresh = patients.filter(({ id }) => !ids.has(id) && !isPresent(id));
    setChosen([...chosen, ...fresh].slice(0, BULK_LIMIT));
    return fresh.length;
  }

  async function paste(text: string) {
    if (search.isPending) return;
    const mrns = readMrns(text).slice(0, PASTE_LIMIT);
    const found = await search.mutateAsync(mrns).catch(() => null);
    // What went wrong is in `error`.
    if (!found) return;
    const room = BULK_LIMIT - chosen.length;
    const fresh = add(found);
    const known = new Set(found.map(({ mrn }) => mrn));
    setPasted(
      pastedSentence({
        chosen: Math.min(fresh, room),
        present: found.length - fresh,
        unknown: mrns.filter((mrn) => !known.has(mrn)),
        tooMany: Math.max(fresh - room, 0),
      }),
    );
  }

  return {
    chosen,
    add,
    paste,
    pasted,
    pasting: search.isPending,
    error: search.error,
    remove: (patientId: string) => setChosen(chosen.filter(({ id }) => id !== patientId)),
    clear: () => {
      setChosen([]);
      setPasted(null);
    },
  };
}
