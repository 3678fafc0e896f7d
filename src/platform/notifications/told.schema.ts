import * as z from 'zod/mini';

// Dates `YYYY-MM-DD` and times `HH:MM:SS` are the clinic's wall clock; what has no value is left out.
const begins = { session_date: z.iso.date(), start_time: z.iso.time() };
const withReason = z.object({ ...begins, reason: z.optional(z.string()) });
const place = z.object({ ...begins, end_time: z.iso.time(), location: z.optional(z.string()) });

export type MovedPlace = z.output<typeof place>;

/** What a notification tells, by its kind. Names are not in it: they are looked up with the reader's own permissions. */
export const toldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patient_promoted'), payload: z.object({ rule: z.string() }) }),
  z.object({ kind: z.literal('session_cancelled'), payload: withReason }),
  z.object({ kind: z.literal('session_rescheduled'), payload: z.object({ from: place, to: place }) }),
  z.object({ kind: z.literal('approval_requested'), payload: z.object(begins) }),
  z.object({ kind: z.literal('approval_granted'), payload: z.object(begins) }),
  z.object({ kind: z.literal('approval_rejected'), payload: withReason }),
  z.object({
    kind: z.literal('short_of_hours'),
    payload: z.object({
      program: z.enum(['iop', 'php']),
      week_start: z.iso.date(),
      missing_minutes: z.int().check(z.minimum(0)),
      missing_days: z.int().check(z.minimum(0)),
    }),
  }),
  z.object({ kind: z.literal('response_flagged'), payload: z.object({ question_ids: z.array(z.string()) }) }),
]);
