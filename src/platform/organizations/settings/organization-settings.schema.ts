import * as z from 'zod';
import { organizationSchema } from '../organization.schema';
import { MAX_REASON_LENGTH, MAX_REASONS, ROSTER_NAMES } from '../settings.schema';

/** What can be changed of an organization; the database checks name and zone too. */
export const organizationFieldsSchema = organizationSchema.omit({ slug: true }).extend({
  idle_minutes: z
    .number('Enter the minutes as a number')
    .int('Use whole minutes')
    .min(1, 'Use at least 1 minute')
    .max(480, 'Use at most 480 minutes (8 hours)'),
  roster_names: z.enum(ROSTER_NAMES, 'Choose how patients are named'),
});

/** The list of cancellation reasons as it is edited. */
export const reasonFieldsSchema = z.object({
  cancellation_reasons: z
    .array(z.string().trim())
    .max(MAX_REASONS, `Use at most ${MAX_REASONS} reasons`)
    .refine(
      (reasons) => reasons.every(({ length }) => length > 0 && length <= MAX_REASON_LENGTH),
      `Use at most ${MAX_REASON_LENGTH} characters for a reason`,
    ),
});
