import type { SortColumn } from './list-state';

/** What the columns are called where the order is chosen from a list. */
export const SORT_LABELS: Readonly<Record<SortColumn, string>> = {
  name: 'Name',
  group_code: 'Code',
  group_type: 'Type',
  status: 'Status',
  facilitator_name: 'Facilitator',
  facilitator_count: 'Number of facilitators',
  time_period: 'Period',
  start_date: 'Start date',
  next_session_at: 'Next session',
  max_capacity: 'Capacity',
  patient_count: 'Patients with a seat',
  seats_free: 'Free seats',
  waitlist_count: 'Patients waiting',
  created_at: 'Date created',
};

/** Columns of which the most or the latest is what people look for first. */
const HIGHEST_FIRST: ReadonlySet<SortColumn> = new Set([
  'facilitator_count',
  'patient_count',
  'seats_free',
  'waitlist_count',
  'created_at',
]);

/** The order in which a list begins when it is ordered by a column anew. */
export function firstOrder(column: SortColumn): 'asc' | 'desc' {
  return HIGHEST_FIRST.has(column) ? 'desc' : 'asc';
}
