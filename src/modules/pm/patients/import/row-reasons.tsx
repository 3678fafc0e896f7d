import { Anchor, Checkbox, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatDate } from '@/platform/time';
import type { ImportResult } from './api/import-patients';
import classes from './import.module.css';
import type { CheckedRow } from './import-row';
import { withAllowed } from './import-work';
import { type RowKind, reasonsWhyNot, similarityWords } from './outcomes';
import type { StepProps } from './use-import';

interface RowReasonsProps extends Pick<StepProps, 'change'> {
  row: CheckedRow;
  kind: RowKind | null;
  preview: ImportResult | undefined;
  allowed: ReadonlySet<number>;
  /** Lines of the file whose patients would be new, by MRN: they have no page yet. */
  newLines: ReadonlyMap<string, number>;
}

/** Why a row does not go in by itself, and what can be done about it here. */
export function RowReasons({ row, kind, preview, allowed, newLines, change }: RowReasonsProps) {
  if (kind === null || kind === 'new' || kind === 'unchanged') return null;
  if (kind === 'similar' && preview) {
    return (
      <Stack gap={6}>
        <ul className={classes.reasons}>
          {preview.similar.map((patient) => (
            <li key={patient.mrn}>
              <SimilarPatient patient={patient} line={newLines.get(patient.mrn) ?? null} />
            </li>
          ))}
        </ul>
        <Checkbox
          size="sm"
          label="Another person: import anyway"
          aria-label={`Another person: import anyway, line ${row.line}`}
          checked={allowed.has(row.index)}
          onChange={({ currentTarget: { checked } }) => change((work) => withAllowed(work, [row], checked))}
        />
      </Stack>
    );
  }
  return (
    <ul className={classes.reasons}>
      {reasonsWhyNot(row, preview).map((reason) => (
        <li key={reason}>
          <Text size="sm">{reason}</Text>
        </li>
      ))}
    </ul>
  );
}

function SimilarPatient({ patient, line }: { patient: ImportResult['similar'][number]; line: number | null }) {
  const { slug } = useOrganization();
  const { id, first_name, last_name, mrn, date_of_birth, reason } = patient;
  const name = <bdi>{`${first_name} ${last_name}`}</bdi>;
  return (
    <Text size="sm">
      {id !== null && line === null ? (
        <Anchor component={Link} to={`/o/${slug}/pm/patients/${id}`} target="_blank" inherit>
          {name}
        </Anchor>
      ) : (
        name
      )}
      {line !== null && ` on line ${line}`}
      {`, MRN ${mrn}${date_of_birth ? `, born ${formatDate(date_of_birth)}` : ''}: ${similarityWords(reason)}`}
    </Text>
  );
}
