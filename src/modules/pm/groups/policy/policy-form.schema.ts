import { z } from 'zod';
import { CREATION_PERMISSIONS } from '@/modules/pm/sessions';

export const NOTICE_UNITS = ['hours', 'days'] as const;

export const HOURS_A_DAY = 24;

/** A year, as the database has it. */
const MOST_HOURS = 365 * HOURS_A_DAY;

const MOST_SLOTS = 50;

function clock(message: string) {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, message);
}

/** A slot as the form holds it: an end at `00:00` is midnight, the end of the day. */
const slotSchema = z
  .object({
    days: z.array(z.number().int().min(1).max(7)).min(1, 'Choose at least one day.'),
    start: clock('Enter when it begins.'),
    end: clock('Enter when it ends.'),
  })
  .refine(({ start, end }) => end === '00:00' || start === '' || end === '' || start < end, {
    path: ['end'],
    message: 'The end must come after the start.',
    when: () => true,
  });

/** The session policy as the form holds it; the same limits as the checks of `pm_group_definitions`, in words. */
export const policyFormSchema = z
  .object({
    session_creation_permission: z.enum(CREATION_PERMISSIONS),
    session_approval_required: z.boolean(),
    notice: z
      .number('Enter a whole number, 0 for none.')
      .int('Enter a whole number, 0 for none.')
      .min(0, 'Enter a whole number, 0 for none.'),
    notice_unit: z.enum(NOTICE_UNITS),
    allowed_time_slots: z.array(slotSchema).max(MOST_SLOTS, `Use at most ${MOST_SLOTS} times; join some of them.`),
  })
  .refine(({ notice, notice_unit }) => noticeHours(notice, notice_unit) <= MOST_HOURS, {
    path: ['notice'],
    message: 'A year is the most: 365 days, or 8,760 hours.',
  });

export type PolicyFormValues = z.output<typeof policyFormSchema>;
export type SlotValues = PolicyFormValues['allowed_time_slots'][number];

/** A notice in hours, whatever it was entered in. */
export function noticeHours(notice: number, unit: (typeof NOTICE_UNITS)[number]): number {
  return unit === 'days' ? notice * HOURS_A_DAY : notice;
}
