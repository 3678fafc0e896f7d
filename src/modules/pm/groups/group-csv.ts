import type { CsvColumn } from '@/platform/csv';
import { parseTimestamp, wallClock } from '@/platform/time';
import { groupTypeLook, statusLook } from '@/platform/ui';
import type { NameMember } from './activity-changes';
import type { GroupListItem } from './api/get-groups';

interface CsvReader {
  nameMember: NameMember;
  /** In which the next session is written. */
  timezone: string;
  seesEnrollments: boolean;
  seesSchedule: boolean;
}

/** The columns of a file of groups; what the reader's role leaves out has none, because it would read as 0. */
export function groupCsvColumns(reader: CsvReader): CsvColumn<GroupListItem>[] {
  const { nameMember, timezone, seesEnrollments, seesSchedule } = reader;
  const columns: CsvColumn<GroupListItem>[] = [
    { header: 'Code', value: ({ group_code }) => group_code },
    { header: 'Name', value: ({ name }) => name },
    { header: 'Type', value: ({ group_type }) => groupTypeLook(group_type).label },
    { header: 'Status', value: ({ status }) => statusLook('group', status).label },
    { header: 'Facilitator', value: ({ facilitator_name }) => facilitator_name },
    { header: 'Co-facilitator', value: ({ co_facilitator_id: id }) => id && nameMember(id) },
    { header: 'Facilitators', value: ({ facilitator_count }) => facilitator_count },
    { header: 'Location', value: ({ location }) => location },
    { header: 'Period', value: ({ time_period }) => time_period },
    { header: 'Start date', value: ({ start_date }) => start_date },
    { header: 'End date', value: ({ end_date }) => end_date },
    { header: 'Capacity', value: ({ max_capacity }) => max_capacity },
    { header: 'Minimum', value: ({ min_capacity }) => min_capacity },
  ];
  if (seesEnrollments) {
    columns.push(
      { header: 'Patients', value: ({ patient_count }) => patient_count },
      { header: 'Free seats', value: ({ seats_free }) => seats_free },
      { header: 'Waiting', value: ({ waitlist_count }) => waitlist_count },
    );
  }
  if (seesSchedule) {
    columns.push({ header: 'Next session', value: ({ next_session_at: at }) => at && wallClockText(at, timezone) });
  }
  return columns;
}

/** "2026-11-24 09:00" on the clock of a zone, which spreadsheets read as a time. */
function wallClockText(timestamp: string, timezone: string): string {
  const { date, time } = wallClock(parseTimestamp(timestamp), timezone);
  return `${date} ${time}`;
}
