import { z } from 'zod';

/** A reason for the log; may be left empty. */
export const reasonSchema = z.object({ reason: z.string().trim().max(500, 'Use at most 500 characters.') });
