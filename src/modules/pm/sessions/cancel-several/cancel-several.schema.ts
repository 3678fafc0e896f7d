import { z } from 'zod';
import { daysFrom } from '@/platform/time/calendar-days';
import { cancellationSchema } from '../session-form.schema';

/** So many days at once: a longer closure is cancelled in parts, each read before it is done. */
export const MAX_DAYS = 31;

/** Which sessions are meant, why they are cancelled, and whether the days become closed days. */
export const cancelSeveralSchema = cancellationSchema
  .extend({
    first: z.iso.date('Choose a day.'),
    last: z.iso.date('Choose a day.'),
    /** '' for anybody, any room, any group. */
    facilitator: z.string(),
    location: z.string(),
    group: z.string(),
    closes: z.boolean(),
    closedName: z.string().trim().max(100, 'Use at most 100 characters.'),
  })
  .refine(({ first, last }) => last >= first, { path: ['last'], message: 'The last day comes before the first.' })
  .refine(({ first, last }) => last < first || daysFrom(first, last).length <= MAX_DAYS, {
    path: ['last'],
    message: `Choose at most ${MAX_DAYS} days at once.`,
  })
  .refine(({ closes, closedName }) => !closes || closedName !== '', {
    path: ['closedName'],
    message: 'Enter what the day is called.',
  });

export type CancelSeveralValues = z.infer<typeof cancelSeveralSchema>;
