import { z } from 'zod';
import { commaList } from '@/platform/query';
import { GROUP_TYPE_KEYS } from '@/platform/ui';

export const GROUP_STATUSES = ['active', 'inactive', 'completed'] as const;

/** What the filter "Seats" offers. */
export const SEATS_FILTERS = ['over', 'under', 'free', 'waiting'] as const;

/** Columns of `pm_group_overview` by which the list can be ordered. */
export const SORT_COLUMNS = [
  'group_code',
  'name',
  'facilitator_name',
  'time_period',
  'start_date',
  'patient_count',
  'next_session_at',
  'status',
] as const;

export type SortColumn = (typeof SORT_COLUMNS)[number];

/** The list of groups as its address describes it. */
export const listState = z.object({
  search: z.string().default(''),
  type: commaList(z.enum(GROUP_TYPE_KEYS)),
  status: commaList(z.enum(GROUP_STATUSES)),
  /** A member's id, or `none` for groups without a facilitator. */
  facilitator: z.union([z.uuid(), z.enum(['none', ''])]).default(''),
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
  seats: '',
  page: 1,
} satisfies Partial<ListState>;

/** How many filters narrow the list, the search not counted. */
export function countFilters({ type, status, facilitator, seats }: ListState): number {
  return [type.length > 0, status.length > 0, facilitator !== '', seats !== ''].filter(Boolean).length;
}

/** The same for those who may not see enrollments: what they would count and order by is 0 to them. */
export function withoutSeats(state: ListState): ListState {
  return { ...state, seats: '', sort: state.sort === 'patient_count' ? 'name' : state.sort };
}
