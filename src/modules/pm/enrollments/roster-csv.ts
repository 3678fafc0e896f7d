import { type CsvColumn, csvText } from '@/platform/csv';
import { parseTimestamp, wallClock } from '@/platform/time';
import { isHeld, type Roster, type RosterEntry, type WaitingEntry } from './roster-model';

/** A moment as spreadsheets read it, on the clock of the zone: `2026-11-24 09:30`. */
function moment(timestamp: string | null, timezone: string): string | null {
  if (timestamp === null) return null;
  const { date, time } = wallClock(parseTimestamp(timestamp), timezone);
  return `${date} ${time}`;
}

const IDENTITY: readonly CsvColumn<RosterEntry>[] = [
  { header: 'Last name', value: ({ patient }) => patient?.last_name },
  { header: 'First name', value: ({ patient }) => patient?.first_name },
  { header: 'Preferred name', value: ({ patient }) => patient?.preferred_name },
  { header: 'MRN', value: ({ patient }) => patient?.mrn },
  { header: 'Phone', value: ({ patient }) => patient?.phone },
];

/** Who has a seat, by name. Moments are on the clock of the zone. */
export function rosterCsv({ enrolled }: Roster, timezone: string): string {
  const columns: CsvColumn<RosterEntry>[] = [
    ...IDENTITY,
    { header: 'Starts on', value: ({ starts_on }) => starts_on },
    { header: 'Enrolled at', value: ({ enrolled_at }) => moment(enrolled_at, timezone) },
  ];
  return csvText(columns, enrolled);
}

/** Who waits, next first. */
export function waitlistCsv({ waiting }: Roster, timezone: string): string {
  const columns: CsvColumn<WaitingEntry>[] = [
    { header: 'Place', value: (entry) => waiting.indexOf(entry) + 1 },
    ...IDENTITY,
    { header: 'Waiting since', value: ({ waitlisted_at }) => moment(waitlisted_at, timezone) },
    { header: 'Held back', value: (entry) => (isHeld(entry) ? 'yes' : 'no') },
    { header: 'Held until', value: (entry) => (isHeld(entry) ? entry.wait?.held_until : null) },
    { header: 'Hold reason', value: (entry) => (isHeld(entry) ? entry.wait?.hold_reason : null) },
  ];
  return csvText(columns, waiting);
}

/** "roster-anger-management-2026-11-21.csv": what, which group, which day. */
export function csvFileName(what: 'roster' | 'waitlist', groupName: string, day: string): string {
  const name = groupName
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return [what, name, `${day}.csv`].filter(Boolean).join('-');
}
