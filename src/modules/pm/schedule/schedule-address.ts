import * as z from 'zod/mini';
import { SESSION_STATUSES } from '@/modules/pm/sessions';
import { commaList } from '@/platform/query';
import { GROUP_TYPE_KEYS } from '@/platform/ui';

export const CALENDAR_VIEWS = ['month', 'week', 'day', 'people', 'rooms', 'list'] as const;

/** `people` and `rooms` are a day in columns of each. */
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** The views that FullCalendar draws. */
export type GridView = Exclude<CalendarView, 'people' | 'rooms'>;

const calendarDate = z.iso.date().check(z.refine((date) => date >= '1990-01-01' && date <= '2199-12-31'));

/** What the calendar shows, as the address holds it; values that do not fit count as absent. */
export const scheduleAddressSchema = z.object({
  /** A day in the shown range; '' for the organization's today. */
  date: z._default(z.union([calendarDate, z.literal('')]), ''),
  /** '' for what suits the screen. */
  view: z._default(z.enum(['', ...CALENDAR_VIEWS]), ''),
  facilitator: commaList(z.guid()),
  type: commaList(z.enum(GROUP_TYPE_KEYS)),
  location: z._default(z.string().check(z.maxLength(100)), ''),
  state: commaList(z.enum(SESSION_STATUSES)),
  mine: z._default(z.enum(['', 'yes']), ''),
});

export type ScheduleAddress = z.output<typeof scheduleAddressSchema>;
