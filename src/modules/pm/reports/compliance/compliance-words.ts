import type { ComplianceRow } from '../api/get-compliance';
import { countWords, hoursWords } from '../figure-words';

type Status = ComplianceRow['status'];

/** In the order in which somebody has to act. */
export const STATUSES: readonly { status: Status; label: string; meaning: string }[] = [
  { status: 'at_risk', label: 'At risk', meaning: 'Attended and booked do not reach the minimum, but days are left.' },
  { status: 'missed', label: 'Missed', meaning: 'The minimum was not reached, or cannot be any more.' },
  { status: 'on_track', label: 'On track', meaning: 'Attended and booked together reach the minimum.' },
  { status: 'met', label: 'Met', meaning: 'What was attended reaches the minimum.' },
];

export const PROGRAM_LABELS: Readonly<Record<ComplianceRow['program'], string>> = { iop: 'IOP', php: 'PHP' };

/** "6 h attended, 3 h booked, of 9 h". */
export function hoursSentence({ attended_minutes, booked_minutes, minimum_minutes }: ComplianceRow): string {
  const parts = [
    ...(attended_minutes > 0 ? [`${hoursWords(attended_minutes)} attended`] : []),
    ...(booked_minutes > 0 ? [`${hoursWords(booked_minutes)} booked`] : []),
  ];
  return `${parts.join(', ') || 'No hours'}, of ${hoursWords(minimum_minutes)}`;
}

/** "2 days attended, 1 booked, of 3". */
export function daysSentence({ attended_days, booked_days, minimum_days }: ComplianceRow): string {
  const parts = [
    ...(attended_days > 0 ? [`${countWords(attended_days, 'day')} attended`] : []),
    ...(booked_days > 0
      ? [attended_days > 0 ? `${booked_days} booked` : `${countWords(booked_days, 'day')} booked`]
      : []),
  ];
  return `${parts.join(', ') || 'No days'}, of ${minimum_days}`;
}

/** "1 h 30 min and 1 day short"; null when attended and booked reach the minimum. */
export function shortOf(row: ComplianceRow): string | null {
  const minutes = row.minimum_minutes - row.attended_minutes - row.booked_minutes;
  const days = row.minimum_days - row.attended_days - row.booked_days;
  const missing = [...(minutes > 0 ? [hoursWords(minutes)] : []), ...(days > 0 ? [countWords(days, 'day')] : [])];
  return missing.length === 0 ? null : `${missing.join(' and ')} short`;
}

/** "2 at risk, 1 missed, 5 on track, 3 met": only what there is. */
export function summary(rows: readonly ComplianceRow[]): string {
  const parts = STATUSES.flatMap(({ status, label }) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [`${count} ${label.toLowerCase()}`];
  });
  return `${countWords(rows.length, 'patient')}: ${parts.join(', ')}.`;
}

/** The name as lists have it, "Lopez, Maria"; what is left of it for those who may not see patients. */
export function listName({ first_name, last_name }: Pick<ComplianceRow, 'first_name' | 'last_name'>): string {
  return last_name === null ? 'A patient' : `${last_name}, ${first_name ?? ''}`;
}
