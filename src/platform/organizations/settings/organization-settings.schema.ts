import * as z from 'zod';
import { organizationSchema } from '../organization.schema';

/** What can be changed of an organization; the database checks name and zone too. */
export const organizationFieldsSchema = organizationSchema.omit({ slug: true }).extend({
  idle_minutes: z
    .number('Enter the minutes as a number')
    .int('Use whole minutes')
    .min(1, 'Use at least 1 minute')
    .max(480, 'Use at most 480 minutes (8 hours)'),
});

export type OrganizationFields = z.output<typeof organizationFieldsSchema>;
