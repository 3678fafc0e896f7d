import { Alert, Button, FileButton, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { csvText, downloadCsv, readCsvFile } from '@/platform/csv';
import classes from './import.module.css';
import { IMPORT_COLUMNS } from './import-columns';
import type { PatientImport } from './use-import';

const TEMPLATE = IMPORT_COLUMNS.filter(({ key }) => key !== 'full_name').map(({ label }) => ({
  header: label,
  value: () => '',
}));

/** The first step: a file is chosen or dropped, and read. */
export function ChooseStep({ choose, work }: Pick<PatientImport, 'choose' | 'work'>) {
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<{ name: string; text: string } | null>(null);

  async function read(file: File | null | undefined) {
    if (!file || reading) return;
    setReading(true);
    setProblem(null);
    const result = await readCsvFile(file);
    setReading(false);
    if ('problem' in result) setProblem({ name: file.name, text: result.problem });
    else choose({ name: file.name, ...result });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  }

  return (
    <Stack maw={720} gap="lg">
      <Title order={2} size="h3">
        Choose a file
      </Title>
      <section
        aria-label="The file"
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Stack align="center" gap="sm">
          <IconFileTypeCsv size={40} stroke={1.25} aria-hidden />
          <FileButton onChange={read} accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain">
            {(props) => (
              <Button {...props} loading={reading}>
                Choose a CSV file
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" ta="center">
            or drop it here. Up to 20,000 rows and 20 MB.
          </Text>
        </Stack>
      </section>
      {problem && (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertCircle aria-hidden />}
          title={`${problem.name} cannot be imported`}
          className={classes.anywhere}
        >
          {problem.text}
        </Alert>
      )}
      {work && !problem && (
        <Text size="sm" c="dimmed" className={classes.anywhere}>
          {work.file.name} is chosen. Another file takes its place.
        </Text>
      )}
      <Stack gap="xs">
        <Title order={3} size="h4">
          What the file needs
        </Title>
        <List size="sm" spacing={4}>
          <List.Item>A first line with the names of the columns, then a line for each patient.</List.Item>
          <List.Item>
            MRN, first name and last name for everybody. A column with “Last, First” will do for the names.
          </List.Item>
          <List.Item>
            If you have them: preferred name, date of birth, phone, e-mail, status (active or inactive) and notes.
          </List.Item>
        </List>
        <Text size="sm" c="dimmed">
          Nothing is saved before you have seen what would happen. The same file can be imported again without harm.
        </Text>
        <Group>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => downloadCsv('patients-template.csv', csvText(TEMPLATE, []))}
          >
            Download a template
          </Button>
        </Group>
      </Stack>
    </Stack>
  );
}
