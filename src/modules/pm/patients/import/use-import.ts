import { useCallback, useMemo, useState } from 'react';
import * as z from 'zod';
import { useOrganization } from '@/platform/organizations';
import { useUrlState } from '@/platform/query';
import { todayIn } from '@/platform/time';
import { useImportPatients } from './api/import-patients';
import { checkRows } from './check-rows';
import type { CheckedRow } from './import-row';
import { type ChosenFile, type ImportWork, rowsToImport, withOutcomes, workOn } from './import-work';
import { matchingProblems } from './match-columns';
import { patientsOf } from './patients-of';
import { useBatches } from './use-batches';

export const STEPS = ['file', 'columns', 'check', 'import'] as const;
export type Step = (typeof STEPS)[number];

const stepSchema = z.object({ step: z.enum(STEPS).default('file') });

/**
 * The state of an import. The step is in the address, so that the back button works; file and answers are in memory, because
 * patients' data must not stay behind in the browser.
 */
export function useImport() {
  const [{ step: wanted }, setUrl] = useUrlState(stepSchema);
  const [work, setWork] = useState<ImportWork | null>(null);
  const today = todayIn(useOrganization().timezone);
  const rows = useMemo(
    () => checkedRows(work?.file, work?.matching, work?.dateOrder, today),
    [work?.file, work?.matching, work?.dateOrder, today],
  );
  const { mutateAsync: send } = useImportPatients();
  const { progress, start, stop, resume, reset } = useBatches();

  const goTo = useCallback((step: Step) => setUrl({ step }), [setUrl]);

  const choose = useCallback(
    (file: ChosenFile) => {
      reset();
      setWork(workOn(file));
      goTo('columns');
    },
    [goTo, reset],
  );

  const change = useCallback(
    (update: (work: ImportWork) => ImportWork) => setWork((present) => present && update(present)),
    [],
  );

  const startImport = useCallback(() => {
    if (!work) return;
    const { allowed, onExisting } = work;
    const started = start(rowsToImport(work, rows), async (batch: readonly CheckedRow[], signal) => {
      const results = await send({ patients: patientsOf(batch, allowed), onExisting, preview: false, signal });
      return () => change((present) => withOutcomes(present, batch, results));
    });
    if (started) goTo('import');
  }, [work, rows, start, send, change, goTo]);

  const step = reachable(wanted, work, rows, progress.state !== 'idle');
  return { step, goTo, work, rows, choose, change, progress, startImport, stop, resume };
}

export type PatientImport = ReturnType<typeof useImport>;

/** The properties of a step that has a file to work on. */
export type StepProps = Omit<PatientImport, 'work'> & { work: ImportWork };

const NO_ROWS: readonly CheckedRow[] = [];

function checkedRows(
  file: ChosenFile | undefined,
  matching: ImportWork['matching'] | undefined,
  order: ImportWork['dateOrder'] | undefined,
  today: string,
): readonly CheckedRow[] {
  if (!file || !matching || !order || matchingProblems(matching).length > 0) return NO_ROWS;
  return checkRows(file.table, matching, order, today);
}

/** The step of the address, or the last one before it for which there is what it needs. */
function reachable(wanted: Step, work: ImportWork | null, rows: readonly CheckedRow[], started: boolean): Step {
  if (!work || wanted === 'file') return 'file';
  if (rows.length === 0 || wanted === 'columns') return 'columns';
  return wanted === 'import' && !started ? 'check' : wanted;
}
