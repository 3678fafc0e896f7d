import { Group, Select } from '@mantine/core';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { useUrlState } from '@/platform/query';
import { PageHeader, SearchInput } from '@/platform/ui';
import { ListActions } from './list-actions';
import { readListSearch } from './list-search';
import { type PatientListView, patientListSchema } from './patient-list.schema';
import { PatientResults } from './patient-results';
import { SortField } from './sort-field';

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
  const [view, setView] = useUrlState(patientListSchema);
  // Whatever narrows or reorders the list begins again at its first page.
  const change = (changes: Partial<PatientListView>) => setView({ page: 1, ...changes });
  return (
    <>
      <PageHeader title="Patients" action={<ListActions view={view} />} />
      <Group mb="md" gap="sm">
        <SearchInput
          label="Search by name, MRN or phone"
          placeholder="Name, MRN, phone or date of birth"
          flex="1 1 260px"
          maw={{ sm: 440 }}
        />
        <Select
          aria-label="Status"
          data={STATUS_OPTIONS}
          value={view.status}
          onChange={(status) => change({ status: patientListSchema.shape.status.parse(status ?? undefined) })}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          flex={{ base: '1 1 120px', sm: '0 0 150px' }}
        />
        <SortField
          sort={view.sort}
          searching={readListSearch(view.search).kind === 'words'}
          onSort={(sort) => change({ sort })}
        />
      </Group>
      <PatientResults view={view} onChange={change} />
    </>
  );
}
