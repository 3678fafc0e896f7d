import { z } from 'zod';
import { commaList } from '@/platform/query';
import { SESSION_STATUSES } from '../session';

/** What the filter "State" offers; `pending` are scheduled sessions that wait for approval. */
export const TAB_STATES = [...SESSION_STATUSES, 'pending'] as const;

export type TabState = (typeof TAB_STATES)[number];

/** A session is past once its time is over, unless it still runs. */
export const TAB_TIMES = ['upcoming', 'past', 'all'] as const;

/** Which sessions of a group are shown, as the address describes it; beside the panel's and the dialogs' own fields. */
export const tabStateSchema = z.object({
  when: z.enum(TAB_TIMES).default('upcoming'),
  state: commaList(z.enum(TAB_STATES)),
  /** `YYYY-MM-DD`, both inclusive, on the organization's calendar. */
  from_date: z.union([z.iso.date(), z.literal('')]).default(''),
  to_date: z.union([z.iso.date(), z.literal('')]).default(''),
  /** Who put it on the calendar. */
  creator: z.union([z.guid(), z.literal('')]).default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

export type TabFilters = z.output<typeof tabStateSchema>;

export const NO_FILTERS = {
  state: [],
  from_date: '',
  to_date: '',
  creator: '',
  page: 1,
} satisfies Partial<TabFilters>;

/** Whether more than the choice of upcoming and past narrows the list. */
export function isNarrowed({ state, from_date, to_date, creator }: TabFilters): boolean {
  return state.length > 0 || from_date !== '' || to_date !== '' || creator !== '';
}

/** How many filters narrow the list. */
export function countFilters({ state, from_date, to_date, creator }: TabFilters): number {
  return [state.length > 0, from_date !== '' || to_date !== '', creator !== ''].filter(Boolean).length;
}

/** The states as a PostgREST condition, '' for any: what waits for approval does not count as scheduled. */
export function stateCondition(states: readonly TabState[]): string {
  const conditions: Readonly<Record<TabState, string>> = {
    scheduled: 'and(status.eq.scheduled,approval_status.neq.pending)',
    pending: 'and(status.eq.scheduled,approval_status.eq.pending)',
    active: 'status.eq.active',
    completed: 'status.eq.completed',
    cancelled: 'status.eq.cancelled',
  };
  return states.map((state) => conditions[state]).join(',');
}
