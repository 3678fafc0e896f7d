import { z } from 'zod';
import type { TransferTarget } from '../api/get-transfer-targets';

/** Where a patient goes, from which day on, and why. */
export const transferSchema = z.object({
  group: z.custom<TransferTarget | null>().refine((group) => group !== null, 'Choose the group to go to.'),
  startsOn: z.string().nullable(),
  reason: z.string().trim().max(500, 'Use at most 500 characters.'),
  /** When the group is full: stay here and wait there too, or give up what the patient has here. */
  whenFull: z.enum(['stay', 'leave']),
});

export type TransferValues = z.input<typeof transferSchema>;
