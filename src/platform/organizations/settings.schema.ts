import * as z from 'zod';

/** What an organization may set for itself; a value that is missing or malformed becomes the default. */
export const organizationSettingsSchema = z
  .object({
    /** Minutes without a sign of life after which a person is signed out. */
    idle_minutes: z.number().min(1).max(480).catch(15),
  })
  .catch({ idle_minutes: 15 });
