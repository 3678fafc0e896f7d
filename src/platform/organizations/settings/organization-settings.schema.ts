import * as z from 'zod';
import { organizationSchema } from '../organization.schema';
import { ROSTER_NAMES, sameAs } from '../settings.schema';

/** What can be changed of an organization; the database checks name and zone too. */
export const organizationFieldsSchema = organizationSchema.omit({ slug: true }).extend({
  idle_minutes: z
    .number('Enter the minutes as a number')
    .int('Use whole minutes')
    .min(1, 'Use at least 1 minute')
    .max(480, 'Use at most 480 minutes (8 hours)'),
  roster_names: z.enum(ROSTER_NAMES, 'Choose how patients are named'),
});

/** A list of names as it is edited: so many of such a length, no name twice. */
export function nameListSchema({ most, longest, noun }: { most: number; longest: number; noun: string }) {
  return z.object({
    names: z
      .array(z.string().trim())
      .max(most, `Use at most ${most} ${noun}s`)
      .refine(
        (names) => names.every(({ length }) => length > 0 && length <= longest),
        `Use at most ${longest} characters for a ${noun}`,
      )
      .refine(
        (names) => names.every((name, at) => names.findIndex(sameAs(name)) === at),
        `Give each ${noun} only once`,
      ),
  });
}
