import { z } from 'zod';

/** What stands in a planned session's way; `detail` says whose, where, when and which group, `resource` names a closed day. */
export const seriesConflictSchema = z.object({
  kind: z.enum(['person', 'location', 'series', 'closed_day', 'clock_change']),
  resource: z.string().nullable(),
  detail: z.string(),
});

export type SeriesConflict = z.output<typeof seriesConflictSchema>;
