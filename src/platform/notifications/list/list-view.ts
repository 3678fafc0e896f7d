import * as z from 'zod';

/** What the address says about the list of notifications. */
export const listView = z.object({
  show: z.enum(['all', 'unread']).default('all'),
  /** The id of the last one on the page before; 0 for the latest. */
  before: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

export type ListView = z.output<typeof listView>;
