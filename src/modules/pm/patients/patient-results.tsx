import { Alert, Box, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { ErrorState, ListSkeleton, TableSkeleton } from '@/platform/ui';
import { usePatients } from './api/get-patients';
import { ListPages } from './list-pages';
import { readListSearch } from './list-search';
import { NoPatients } from './no-patients';
import { PatientCards } from './patient-cards';
import type { PatientListView } from './patient-list.schema';
import { PatientTable } from './patient-table';
import classes from './patient-table.module.css';

interface PatientResultsProps {
  view: PatientListView;
  onChange: (changes: Partial<PatientListView>) => void;
}

/** The patients that the address asks for: as a table, or as cards on a phone. */
export function PatientResults({ view, onChange }: PatientResultsProps) {
  const onPhone = useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch, isPlaceholderData } = usePatients(view);
  const search = readListSearch(view.search);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return onPhone ? <ListSkeleton rows={8} /> : <TableSkeleton columns={5} rows={10} />;
  if (data.patients.length === 0) return <NoPatients view={view} search={search} onChange={onChange} />;
  const sort = view.sort || (search.kind === 'words' ? '' : 'name');
  return (
    <Stack gap="md" aria-busy={isPlaceholderData}>
      {search.kind === 'short' && (
        <Alert icon={<IconInfoCircle aria-hidden />} color="blue" role="status">
          This is the MRN “{search.words}”. Names and phone numbers are searched from the third letter on.
        </Alert>
      )}
      <Box className={classes.results} data-stale={isPlaceholderData || undefined}>
        {onPhone ? (
          <PatientCards patients={data.patients} />
        ) : (
          <PatientTable patients={data.patients} sort={sort} onSort={(chosen) => onChange({ sort: chosen })} />
        )}
      </Box>
      <ListPages view={view} total={data.total} onChange={onChange} />
    </Stack>
  );
}
