import * as z from 'zod';

/** What a closed day is called; the database checks the same. */
export const closedDayNameSchema = z.object({
  name: z.string().trim().min(1, 'Enter what the day is called').max(100, 'Use at most 100 characters'),
});

/** A day that is being added; fields are named like the columns. */
export const closedDaySchema = closedDayNameSchema.extend({
  closed_on: z.iso
    .date('Choose a day')
    .refine((date) => date >= '1990-01-01' && date <= '2199-12-31', 'Choose a day from 1990 to 2199'),
});
