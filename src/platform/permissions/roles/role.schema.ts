import * as z from 'zod';

/** A role's name; the database checks the same. */
export const roleNameSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(100, 'Use at most 100 characters'),
});

/** A role to be made; copied_role_id '' is a role without permissions. */
export const newRoleSchema = roleNameSchema.extend({ copied_role_id: z.string() });

export type NewRoleFields = z.output<typeof newRoleSchema>;
