import * as z from 'zod';

/** What a new organization needs; the database checks the same. */
export const organizationSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(100, 'Use at most 100 characters'),
  slug: z
    .string()
    .trim()
    .min(1, 'Enter an address')
    .max(50, 'Use at most 50 characters')
    .regex(
      /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
      'Use small letters, digits and hyphens, with a letter or digit at both ends',
    ),
  timezone: z.string().min(1, 'Choose a time zone'),
});
