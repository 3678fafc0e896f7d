import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { patientName, SEARCH_MINIMUM, usePatientSearch } from '@/modules/pm/enrollments';
import { type LogView, logView } from './log-view';

interface PatientFilterProps {
  value: LogView['patient'];
  /** The chosen patient's name; null while it is not read. */
  name: string | null;
  onChange: (patient: LogView['patient']) => void;
}

/** Whose seats or record are shown; patients are found by three letters. */
export function PatientFilter({ value, name, onChange }: PatientFilterProps) {
  const [words, setWords] = useState('');
  const chosen = value === '' ? [] : [{ value, label: name ?? 'The chosen patient' }];
  // The field shows the chosen name: that is no search.
  const wanted = words === chosen[0]?.label ? '' : words.trim();
  const [searched] = useDebouncedValue(wanted, 200);
  const { data, isFetching } = usePatientSearch(searched);
  const found = wanted.length < SEARCH_MINIMUM ? [] : (data?.patients ?? []);
  const options = [
    ...chosen,
    ...found
      .filter(({ id }) => id !== value)
      .map((patient) => ({ value: patient.id, label: `${patientName(patient)} · ${patient.mrn}` })),
  ];
  return (
    <Select
      label="Patient"
      placeholder="Any patient"
      data={options}
      value={value || null}
      onChange={(patient) => onChange(logView.shape.patient.parse(patient ?? undefined))}
      searchable
      onSearchChange={setWords}
      // The server has searched.
      filter={({ options: all }) => all}
      clearable
      clearButtonProps={{ 'aria-label': 'Any patient' }}
      nothingFoundMessage={nothingFound(wanted, isFetching || searched !== wanted)}
      flex={{ base: '1 1 100%', sm: '0 1 220px' }}
    />
  );
}

function nothingFound(words: string, searching: boolean): string {
  if (words.length < SEARCH_MINIMUM) return 'Type three letters of the name, the MRN or the phone.';
  return searching ? 'Searching…' : 'No patient found.';
}
