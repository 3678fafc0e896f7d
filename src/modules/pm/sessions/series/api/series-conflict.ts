import { z } from 'zod';

/** What stands in a planned session's way. What is null has no part in it: a closed day has a name only. */
export const seriesConflictSchema = z.object({
  kind: z.enum(['person', 'location', 'series', 'closed_day', 'clock_change', 'advance_notice', 'time_slot']),
  /** The person's name, the room, or what the closed day is called. */
  resource: z.string().nullable(),
  session_id: z.string().nullable(),
  group_name: z.string().nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  /** The server's own sentence. */
  detail: z.string(),
});

export type SeriesConflict = z.output<typeof seriesConflictSchema>;
