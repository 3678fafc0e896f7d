import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useMemo } from 'react';
import { useImportPatients } from './api/import-patients';
import { BatchProgressView } from './batch-progress-view';
import { ExistingField } from './existing-field';
import type { CheckedRow } from './import-row';
import { rowsToImport, withPreviews } from './import-work';
import { kindOf } from './outcomes';
import { patientsOf } from './patients-of';
import { RestButton } from './rest-button';
import { RowBrowser } from './row-browser';
import { StepHeading } from './step-heading';
import { useBatches } from './use-batches';
import type { StepProps } from './use-import';
import { countOf } from './words';

const NOBODY: ReadonlySet<number> = new Set();

/** The third step: what would become of each row, before anything is saved. */
export function CheckStep({ work, rows, change, goTo, startImport, progress: importProgress }: StepProps) {
  const { progress, resume, ready } = usePreview({ work, rows, change });
  const importing = importProgress.state === 'running' || importProgress.state === 'stopping';
  const wanted = rowsToImport(work, rows);
  const kinds = rows.map((row) => kindOf(row, work.previews.get(row.index)));
  const count = (kind: (typeof kinds)[number]) => kinds.filter((other) => other === kind).length;
  const updates = work.onExisting === 'update' ? count('exists') : 0;
  return (
    <Stack gap="lg">
      <StepHeading title="Check what will happen">
        <bdi>{work.file.name}</bdi>: {countOf(rows.length, 'row')}. Checking saves nothing.
        {rows.some(({ line, sheetRow }) => line !== sheetRow) &&
          ' Lines are those of a text editor; a spreadsheet counts rows.'}
      </StepHeading>
      {!ready && <BatchProgressView progress={progress} doing="Checking" onResume={resume} />}
      {count('exists') > 0 && <ExistingField count={count('exists')} work={work} change={change} />}
      {ready && wanted.length === 0 && (
        <Text role="status">
          {count('unchanged') === rows.length
            ? 'All of these patients are here already, with the same values. There is nothing to import.'
            : 'There is nothing that could go in as it is.'}
        </Text>
      )}
      <Group>
        <Button onClick={startImport} disabled={!ready || wanted.length === 0} loading={importing}>
          {importLabel(wanted.length - updates, updates)}
        </Button>
        <Button variant="default" onClick={() => goTo('columns')}>
          Back to the columns
        </Button>
        {ready && wanted.length === 0 && <RestButton work={work} rows={rows} />}
      </Group>
      <RowBrowser work={work} rows={rows} kinds={kinds} change={change} />
    </Stack>
  );
}

/** Asks the server, batch by batch, about the rows that it has not spoken of yet. */
function usePreview({ work: { previews }, rows, change }: Pick<StepProps, 'work' | 'rows' | 'change'>) {
  const { mutateAsync: send } = useImportPatients();
  const { progress, start, resume } = useBatches();
  const unknown = useMemo(
    () => rows.filter(({ index, patient }) => patient !== null && !previews.has(index)),
    [rows, previews],
  );

  const ask = useCallback(
    async (batch: readonly CheckedRow[], signal: AbortSignal) => {
      const results = await send({ patients: patientsOf(batch, NOBODY), onExisting: 'skip', preview: true, signal });
      return () => change((present) => withPreviews(present, batch, results));
    },
    [send, change],
  );

  useEffect(() => {
    // Once more where an import that was left in the middle has changed what is known.
    if (progress.state === 'idle' || (progress.state === 'done' && unknown.length > 0)) start(unknown, ask);
  }, [progress.state, unknown, start, ask]);

  return { progress, resume, ready: progress.state === 'done' && unknown.length === 0 };
}

function importLabel(created: number, updated: number): string {
  if (updated === 0) return created === 0 ? 'Import' : `Import ${countOf(created, 'patient')}`;
  return created === 0
    ? `Update ${countOf(updated, 'patient')}`
    : `Import ${countOf(created, 'patient')}, update ${updated.toLocaleString('en-US')}`;
}
