import { z } from 'zod';
import { minutesBetween } from './wall-clock';

const time = (message: string) => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/, message);

/** What the form for a session holds; fields are named like the columns, so that the server's refusals find them. */
export const sessionFormSchema = z
  .object({
    group_definition_id: z.guid('Choose a group.'),
    session_date: z.iso
      .date({ error: 'Choose a date.', abort: true })
      .refine((date) => date >= '1990-01-01' && date <= '2199-12-31', 'Choose a date from 1990 to 2199.'),
    start_time: time('Enter when it starts.'),
    end_time: time('Enter when it ends.'),
    facilitator_id: z.guid().nullable(),
    co_facilitator_id: z.guid().nullable(),
    location: z.string().trim().max(100, 'Use at most 100 characters.'),
    notes: z.string().trim().max(4000, 'Use at most 4,000 characters.'),
    /** In spite of a conflict: the session claims neither people nor room. */
    conflict_override: z.boolean(),
  })
  .refine(
    ({ start_time, end_time }) => start_time === '' || end_time === '' || minutesBetween(start_time, end_time) !== null,
    { path: ['end_time'], message: 'The end must come after the start, on the same day.' },
  )
  .refine(({ facilitator_id, co_facilitator_id }) => !facilitator_id || facilitator_id !== co_facilitator_id, {
    path: ['co_facilitator_id'],
    message: 'Facilitator and co-facilitator must be two people.',
  });

export type SessionFormValues = z.infer<typeof sessionFormSchema>;

/** The notes alone: all that can be changed of a session that is over. */
export const notesSchema = z.object({ notes: sessionFormSchema.shape.notes });

/** A cancellation; PM-04 wants the reason, patients are told it. */
export const cancellationSchema = z.object({
  reason: z.string().trim().min(1, 'Say why the session is cancelled.').max(500, 'Use at most 500 characters.'),
});
