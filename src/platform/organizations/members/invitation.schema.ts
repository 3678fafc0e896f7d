import * as z from 'zod';

/** Whom to invite, and as what; the database checks the same. */
export const invitationSchema = z.object({
  email: z
    .string()
    .trim()
    .max(254, 'Use at most 254 characters')
    .regex(/^[^@\s]+@[^@\s]+$/, 'Enter an e-mail address, such as name@clinic.org'),
  role_id: z.string().min(1, 'Choose a role'),
});

export type InvitationFields = z.output<typeof invitationSchema>;
