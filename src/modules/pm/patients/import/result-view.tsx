import { Alert, Button, Group, Stack, Table } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { RestButton } from './rest-button';
import { StepHeading } from './step-heading';
import { type ImportSummary, summarize } from './summary';
import type { StepProps } from './use-import';
import { countOf } from './words';

const LINES: readonly { key: Exclude<keyof ImportSummary, 'rest'>; label: string }[] = [
  { key: 'created', label: 'New patients' },
  { key: 'updated', label: 'Updated' },
  { key: 'unchanged', label: 'Here already, with the same values' },
  { key: 'exists', label: 'Here with other values, left as they are' },
  { key: 'similar', label: 'Maybe the same person as somebody here' },
  { key: 'failed', label: 'Could not go in' },
  { key: 'unsent', label: 'Not reached before the stop' },
];

/** What became of the rows, and the way on for those that are not in. */
export function ResultView({ work, rows, progress, resume, goTo }: StepProps) {
  const { slug } = useOrganization();
  const summary = summarize(work, rows);
  const stopped = progress.state === 'stopped';
  const outside = summary.rest.length;
  return (
    <Stack gap="lg" maw={720}>
      <StepHeading title={stopped ? 'The import was stopped' : 'The import is done'} />
      <Alert
        color={stopped ? 'yellow' : 'green'}
        icon={stopped ? <IconAlertTriangle aria-hidden /> : <IconCheck aria-hidden />}
        role="status"
        title={inSentence(summary)}
      >
        {outside > 0 &&
          `${countOf(outside, 'row is', 'rows are')} not in. ${stopped ? 'Continue, or download' : 'Download'} them with the reasons, mend them, and import that file.`}
      </Alert>
      <Table aria-label="What became of the rows">
        <Table.Tbody>
          {LINES.filter(({ key }) => summary[key] > 0).map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="right" fw={600}>
                {summary[key].toLocaleString('en-US')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        {stopped && <Button onClick={resume}>Continue the import</Button>}
        <RestButton work={work} rows={rows} variant={stopped ? 'default' : 'filled'} />
        <Button variant={stopped || outside > 0 ? 'default' : 'filled'} component={Link} to={`/o/${slug}/pm/patients`}>
          Go to the patients
        </Button>
        {summary.similar > 0 && (
          <Button variant="default" onClick={() => goTo('check')}>
            Look at the rows again
          </Button>
        )}
        <Button variant="default" onClick={() => goTo('file')}>
          Import another file
        </Button>
      </Group>
    </Stack>
  );
}

function inSentence({ created, updated }: ImportSummary): string {
  if (created === 0 && updated === 0) return 'Nothing was changed.';
  const parts = [
    created > 0 && `${countOf(created, 'patient was', 'patients were')} created`,
    updated > 0 && `${countOf(updated, 'patient was', 'patients were')} updated`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
