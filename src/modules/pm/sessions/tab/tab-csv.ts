import type { CsvColumn } from '@/platform/csv';
import { parseTimestamp, wallClock } from '@/platform/time';
import { statusLook } from '@/platform/ui';
import { isPending } from '../policy/powers';
import type { TabSession } from './api/get-tab-sessions';

interface CsvReader {
  nameOf: (id: string | null) => string | null;
  /** In which starts and completions are written. */
  timezone: string;
}

/** The columns of a file of a group's sessions; dates and times on the organization's wall clock. */
export function tabCsvColumns({ nameOf, timezone }: CsvReader): CsvColumn<TabSession>[] {
  return [
    { header: 'Group', value: ({ group }) => group?.name },
    { header: 'Date', value: ({ session_date }) => session_date },
    { header: 'Start', value: ({ start_time }) => start_time.slice(0, 5) },
    { header: 'End', value: ({ end_time }) => end_time.slice(0, 5) },
    { header: 'State', value: stateWords },
    { header: 'Kind', value: ({ session_type }) => session_type },
    { header: 'Facilitator', value: ({ facilitator_id }) => nameOf(facilitator_id) },
    { header: 'Co-facilitator', value: ({ co_facilitator_id }) => nameOf(co_facilitator_id) },
    { header: 'Location', value: ({ location }) => location },
    { header: 'Created by', value: ({ created_by }) => nameOf(created_by) },
    { header: 'Started', value: ({ started_at: at }) => at && wallClockText(at, timezone) },
    { header: 'Completed', value: ({ completed_at: at }) => at && wallClockText(at, timezone) },
    { header: 'Reason', value: ({ cancellation_reason }) => cancellation_reason },
  ];
}

function stateWords(session: TabSession): string {
  if (isPending(session)) return 'Waits for approval';
  return session.approval_status === 'rejected' ? 'Not approved' : statusLook('session', session.status).label;
}

/** "2026-11-24 09:00" on the clock of a zone, which spreadsheets read as a time. */
function wallClockText(timestamp: string, timezone: string): string {
  const { date, time } = wallClock(parseTimestamp(timestamp), timezone);
  return `${date} ${time}`;
}
