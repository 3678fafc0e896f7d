import { z } from 'zod';

const causeSchema = z.object({
  rule: z.string(),
  by_enrollment_id: z.string().nullish(),
  from: z.number().nullish(),
  to: z.number().nullish(),
  reason: z.string().nullish(),
});

/** What the log keeps about a seat. Each fact on its own: one that a later version writes differently is left out, not the entry. */
export const seatFactsSchema = z.object({
  enrollment_id: z.string().nullish().catch(null),
  starts_on: z.iso.date().nullish().catch(null),
  reason: z.string().nullish().catch(null),
  from_status: z.string().nullish().catch(null),
  from_place: z.number().nullish().catch(null),
  to_place: z.number().nullish().catch(null),
  held_until: z.iso.date().nullish().catch(null),
  waiting_since: z.string().nullish().catch(null),
  transferred_from_group_id: z.string().nullish().catch(null),
  transferred_to_group_id: z.string().nullish().catch(null),
  cause: causeSchema.nullish().catch(null),
  passed_over: z
    .array(z.object({ enrollment_id: z.string(), why: z.string() }))
    .nullish()
    .catch(null),
  changes: z
    .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }))
    .nullish()
    .catch(null),
});

export type SeatFacts = z.output<typeof seatFactsSchema>;

/** The facts of an entry of the log; none when there are none to be read. */
export function readSeatFacts(metadata: unknown): SeatFacts {
  return seatFactsSchema.safeParse(metadata).data ?? {};
}
