import { z } from 'zod';

/** What is used of an enrollment inside a jsonb result. */
export const enrollmentRowSchema = z.object({
  id: z.uuid(),
  patient_id: z.uuid(),
  group_definition_id: z.uuid(),
  status: z.string(),
});
