import type { CsvColumn } from '@/platform/csv';
import { parseTimestamp, wallClock } from '@/platform/time';
import type { LogLine } from './log-line';

/** The columns of an exported log; times on the wall clock of the organization's zone. */
export function logCsvColumns(timezone: string): CsvColumn<LogLine>[] {
  const clock = ({ at }: LogLine) => wallClock(parseTimestamp(at), timezone);
  return [
    { header: 'Date', value: (line) => clock(line).date },
    { header: `Time (${timezone})`, value: (line) => clock(line).time },
    { header: 'Instant', value: ({ at }) => parseTimestamp(at).toISOString() },
    { header: 'Done by', value: ({ who }) => who },
    { header: 'What was done', value: ({ action }) => action },
    { header: 'Group', value: ({ group }) => group?.name },
    { header: 'Patient', value: ({ patient }) => patient?.name },
    { header: 'Entry', value: ({ sentence }) => sentence },
  ];
}
