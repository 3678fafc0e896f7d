import { z } from 'zod';

/** Why somebody is held back, and until which day. Takes today on the organization's calendar (`YYYY-MM-DD`). */
export function holdSchema(today: string) {
  return z.object({
    reason: z.string().trim().max(500, 'Use at most 500 characters.'),
    until: z
      .string()
      .nullable()
      .refine((until) => until === null || until > today, 'Choose a day after today, or none.'),
  });
}
