import { z } from 'zod';

/** A row of `pm_waitlist`: why somebody who waits has no seat, and since when. */
export const waitingSchema = z.object({
  enrollment_id: z.uuid(),
  waiting_since: z.string(),
  is_held: z.boolean(),
  held_since: z.string().nullable(),
  held_until: z.string().nullable(),
  hold_reason: z.string().nullable(),
  reason: z.string(),
  ahead: z.number(),
  passed_over: z.array(
    z.object({
      at: z.string(),
      patient_id: z.uuid(),
      performed_by: z.uuid().nullable(),
      why: z.string(),
      reason: z.string().nullish(),
    }),
  ),
});

/** Why somebody who waits has no seat, and since when. Timestamps as the database sends them, dates as `YYYY-MM-DD`. */
export type Waiting = z.output<typeof waitingSchema>;
