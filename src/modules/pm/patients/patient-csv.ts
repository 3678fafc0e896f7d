import type { CsvColumn } from '@/platform/csv';
import type { PatientListItem } from './api/get-patients';
import { placeWords } from './live-places';
import type { PatientSort } from './patient-list.schema';

/** The columns of the exported file; those of the record can be imported again under these names. */
export function patientCsvColumns(seesEnrollments: boolean): CsvColumn<PatientListItem>[] {
  const record: CsvColumn<PatientListItem>[] = [
    { header: 'MRN', value: ({ mrn }) => mrn },
    { header: 'First name', value: ({ first_name }) => first_name },
    { header: 'Last name', value: ({ last_name }) => last_name },
    { header: 'Preferred name', value: ({ preferred_name }) => preferred_name },
    { header: 'Date of birth', value: ({ date_of_birth }) => date_of_birth },
    { header: 'Phone', value: ({ phone }) => phone },
    { header: 'E-mail', value: ({ email }) => email },
    { header: 'Status', value: ({ status }) => status },
    { header: 'Notes', value: ({ notes }) => notes },
  ];
  if (!seesEnrollments) return record;
  return [...record, { header: 'Groups', value: ({ places }) => places.map(placeWords).join('; ') }];
}

const collator = new Intl.Collator('en', { numeric: true });

/** The patients in the order of the list; by name where that is the order of the search. */
export function sortedPatients(patients: readonly PatientListItem[], sort: PatientSort | ''): PatientListItem[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  return patients.toSorted((one, other) => {
    const [before, after] = [sortKey(one, sort), sortKey(other, sort)];
    // What is not known comes last, in either direction.
    if (before === null || after === null) return Number(before === null) - Number(after === null);
    return direction * collator.compare(before, after) || byName(one, other);
  });
}

function byName(one: PatientListItem, other: PatientListItem): number {
  return (
    collator.compare(one.last_name, other.last_name) ||
    collator.compare(one.first_name, other.first_name) ||
    one.id.localeCompare(other.id)
  );
}

function sortKey(patient: PatientListItem, sort: PatientSort | ''): string | null {
  switch (sort.replace('-', '')) {
    case 'mrn':
      return patient.mrn;
    case 'date_of_birth':
      return patient.date_of_birth;
    case 'created_at':
      return patient.created_at;
    default:
      return `${patient.last_name}\u0000${patient.first_name}`;
  }
}
