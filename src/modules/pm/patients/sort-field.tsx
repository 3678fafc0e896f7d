import { Select } from '@mantine/core';
import { type PatientListView, type PatientSort, patientListSchema } from './patient-list.schema';

const LABELS: Readonly<Record<PatientSort, string>> = {
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  mrn: 'MRN, lowest first',
  '-mrn': 'MRN, highest first',
  date_of_birth: 'Oldest first',
  '-date_of_birth': 'Youngest first',
  '-created_at': 'Newest records first',
  created_at: 'Oldest records first',
};

interface SortFieldProps {
  sort: PatientListView['sort'];
  /** Whether words are searched, so that there is a best match. */
  searching: boolean;
  onSort: (sort: PatientListView['sort']) => void;
}

/** The order of the list: on a phone the only way to it. */
export function SortField({ sort, searching, onSort }: SortFieldProps) {
  return (
    <Select
      aria-label="Order"
      data={[
        ...(searching ? [{ value: '', label: 'Best match first' }] : []),
        ...Object.entries(LABELS).map(([value, label]) => ({ value, label })),
      ]}
      value={sort === '' && !searching ? 'name' : sort}
      onChange={(chosen) => onSort(patientListSchema.shape.sort.parse(chosen ?? undefined))}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      flex={{ base: '1 1 160px', sm: '0 0 200px' }}
    />
  );
}
