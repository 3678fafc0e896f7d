import { expect, it } from 'vitest';
import { csvText } from '@/platform/csv';
import type { PatientListItem } from './api/get-patients';
import { patientCsvColumns, sortedPatients } from './patient-csv';

const ana: PatientListItem = {
  id: '1',
  mrn: 'MRN-10',
  first_name: 'Ana',
  last_name: 'Núñez, "Nana"',
  preferred_name: null,
  date_of_birth: '1985-03-14',
  phone: '+1 602 555 0100',
  email: null,
  status: 'active',
  notes: '=HYPERLINK("http://evil.example")',
  created_at: '2026-11-02T10:00:00Z',
  places: [
    { enrollmentId: 'e1', groupName: 'DBT Skills', waits: false, place: null },
    { enrollmentId: 'e2', groupName: 'Grief & Loss', waits: true, place: 2 },
  ],
};
const li: PatientListItem = { ...ana, id: '2', mrn: 'MRN-9', first_name: '明', last_name: '李', date_of_birth: null };

it('writes what the list shows, with formulas defused and any script kept', () => {
  const [header, first, second] = csvText(patientCsvColumns(true), [ana, li]).split('\r\n');
  expect(header).toBe('MRN,First name,Last name,Preferred name,Date of birth,Phone,E-mail,Status,Notes,Groups');
  expect(first).toContain('"Núñez, ""Nana""",,1985-03-14,+1 602 555 0100,,active');
  expect(first).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(first).toContain('"DBT Skills; Grief & Loss, waitlist place 2"');
  expect(second).toContain('MRN-9,明,李');
});

it('leaves out the groups for those who may not see them', () => {
  expect(csvText(patientCsvColumns(false), [ana])).not.toContain('DBT Skills');
});

it.each([
  ['mrn', ['MRN-9', 'MRN-10']],
  ['-mrn', ['MRN-10', 'MRN-9']],
  ['date_of_birth', ['MRN-10', 'MRN-9']],
  ['-date_of_birth', ['MRN-10', 'MRN-9']],
] as const)('sorts by %s, with what is not known last', (sort, mrns) => {
  expect(sortedPatients([ana, li], sort).map(({ mrn }) => mrn)).toEqual(mrns);
});
