import { z } from 'zod';

/** Why a patient leaves a group; may be left empty. */
export const disenrollSchema = z.object({
  reason: z.string().trim().max(500, 'Use at most 500 characters.'),
});
