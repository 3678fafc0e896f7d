import { z } from 'zod';
import { commaList } from '@/platform/query';
import { GROUP_TYPE_KEYS } from '@/platform/ui';

export const GROUP_STATUSES = ['active', 'inactive', 'completed'] as const;

/** What the filter "Seats" offers. */
export const SEATS_FILTERS = ['over', 'under', 'free', 'waiting'] as const;

/** What the filter "Period" offers; `none` are groups without one. */
export const PERIODS = ['AM', 'PM', 'none'] as const;

/** Columns of `pm_group_overview` by which the list can be ordered. */
export const SORT_COLUMNS = [
  'name',
  'group_code',
  'group_type',
  'status',
  'facilitator_name',
  'facilitator_count',
  'time_period',
  'start_date',
  'next_session_at',
  'max_capacity',
  'patient_count',
  'seats_free',
  'waitlist_count',
  'created_at',
] as const;

export type SortColumn = (typeof SORT_COLUMNS)[number];

/** The list of groups as its address describes it. */
export const listState = z.object({
  search: z.string().default(''),
  type: commaList(z.enum(GROUP_TYPE_KEYS)),
  status: commaList(z.enum(GROUP_STATUSES)),
  /** A member's id, or `none` for groups with neither facilitator nor co-facilitator. */
  facilitator: z.union([z.uuid(), z.enum(['none', ''])]).default(''),
  period: z.enum([...PERIODS, '']).default(''),
  seats: z.enum([...SEATS_FILTERS, '']).default(''),
  sort: z.enum(SORT_COLUMNS).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export type ListState = z.output<typeof listState>;

/** What takes all filters away and keeps order and page size. */
export const NO_FILTERS = {
  search: '',
  type: [],
  status: [],
  facilitator: '',
  period: '',
  seats: '',
  page: 1,
} satisfies Partial<ListState>;

/** How many filters narrow the list, the search not counted. */
export function countFilters({ type, status, facilitator, period, seats }: ListState): number {
  return [type.length > 0, status.length > 0, facilitator !== '', period !== '', seats !== ''].filter(Boolean).length;
}

/** Whether a search or a filter narrows the list. */
export function isNarrowed(state: ListState): boolean {
  return state.search !== '' || countFilters(state) > 0;
}

const NEEDS_ENROLLMENTS: ReadonlySet<SortColumn> = new Set(['patient_count', 'seats_free', 'waitlist_count']);

/** By what a person can order: not by what the role leaves out, which reads as 0 or nothing. */
export function sortColumns(seesEnrollments: boolean, seesSchedule: boolean): SortColumn[] {
  return SORT_COLUMNS.filter(
    (column) => (seesEnrollments || !NEEDS_ENROLLMENTS.has(column)) && (seesSchedule || column !== 'next_session_at'),
  );
}

/** The list as it was asked for, as far as the role goes: what the person cannot see neither filters nor orders. */
export function withinRole(state: ListState, seesEnrollments: boolean, seesSchedule: boolean): ListState {
  return {
    ...state,
    seats: seesEnrollments ? state.seats : '',
    sort: sortColumns(seesEnrollments, seesSchedule).includes(state.sort) ? state.sort : 'name',
  };
}
