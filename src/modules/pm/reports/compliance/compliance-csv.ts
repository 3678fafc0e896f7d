import type { CsvColumn } from '@/platform/csv';
import type { ComplianceRow } from '../api/get-compliance';
import { PROGRAM_LABELS, STATUSES } from './compliance-words';

/** A week of program hours as a file; times in minutes. */
export const COMPLIANCE_COLUMNS: readonly CsvColumn<ComplianceRow>[] = [
  { header: 'Last name', value: ({ last_name }) => last_name },
  { header: 'First name', value: ({ first_name }) => first_name },
  { header: 'MRN', value: ({ mrn }) => mrn },
  { header: 'Program', value: ({ program }) => PROGRAM_LABELS[program] },
  { header: 'Week from', value: ({ week_start }) => week_start },
  { header: 'Week to', value: ({ week_end }) => week_end },
  { header: 'Status', value: ({ status }) => STATUSES.find((one) => one.status === status)?.label },
  { header: 'Minimum minutes', value: ({ minimum_minutes }) => minimum_minutes },
  { header: 'Attended minutes', value: ({ attended_minutes }) => attended_minutes },
  { header: 'Booked minutes', value: ({ booked_minutes }) => booked_minutes },
  { header: 'Minutes without attendance taken', value: ({ unrecorded_minutes }) => unrecorded_minutes },
  { header: 'Minimum days', value: ({ minimum_days }) => minimum_days },
  { header: 'Attended days', value: ({ attended_days }) => attended_days },
  { header: 'Booked days', value: ({ booked_days }) => booked_days },
  { header: 'Joined in the week', value: ({ joined_in_week }) => (joined_in_week ? 'yes' : 'no') },
];
