import { Button, Group, Pagination, Select, Stack, Text } from '@mantine/core';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { ErrorState, PageHeader, SearchInput, TableSkeleton } from '@/platform/ui';
import { usePatients } from './api/get-patients';
import { NoPatients } from './no-patients';
import { PAGE_SIZE, patientListSchema } from './patient-list.schema';
import { PatientTable } from './patient-table';

/** The organization's patients: search, filter, sort, page by page. */
export function PatientsPage() {
  return (
    <RequirePermission permission={PM_PERMISSIONS.PATIENTS_VIEW}>
      <Patients />
    </RequirePermission>
  );
}

const STATUS_OPTIONS = [
  { value: 'all', label: 'All statuses' },
  { value: 'active', label: 'Active' },
  { value: 'inactive', label: 'Inactive' },
];

function Patients() {
  const { slug } = useOrganization();
  const [view, setView] = useUrlState(patientListSchema);
  return (
    <>
      <PageHeader
        title="Patients"
        action={
          <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
            <Group gap="sm">
              <Button
                component={Link}
                to={`/o/${slug}/pm/patients/import`}
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
              >
                Import
              </Button>
              <Button
                component={Link}
                to={`/o/${slug}/pm/patients/new`}
                leftSection={<IconUserPlus size={16} aria-hidden />}
              >
                New patient
              </Button>
            </Group>
          </Can>
        }
      />
      <Group mb="md" gap="sm">
        <SearchInput label="Search by name, MRN or phone" flex="1 1 260px" maw={440} />
        <Select
          aria-label="Status"
          data={STATUS_OPTIONS}
          value={view.status}
          onChange={(status) => setView({ status: patientListSchema.shape.status.parse(status ?? undefined), page: 1 })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          w={150}
        />
      </Group>
      <PatientResults />
    </>
  );
}

function PatientResults() {
  const [view, setView] = useUrlState(patientListSchema);
  const { data, error, refetch, isPlaceholderData } = usePatients(view);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <TableSkeleton columns={5} rows={10} />;
  if (data.patients.length === 0) return <NoPatients view={view} />;
  const pages = Math.ceil(data.total / PAGE_SIZE);
  return (
    <Stack gap="md" aria-busy={isPlaceholderData}>
      <PatientTable
        patients={data.patients}
        sort={view.search === '' ? view.sort : null}
        onSort={(sort) => setView({ sort, page: 1 })}
        stale={isPlaceholderData}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {countSentence(data.total, view.search)}
        </Text>
        {pages > 1 && (
          <Pagination
            total={pages}
            value={view.page}
            onChange={(page) => setView({ page })}
            size="sm"
            getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        )}
      </Group>
    </Stack>
  );
}

function countSentence(total: number, search: string): string {
  const patients = total === 1 ? '1 patient' : `${total.toLocaleString('en-US')} patients`;
  return search === '' ? patients : `${patients} found, best match first`;
}
