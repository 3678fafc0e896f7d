import { z } from 'zod';
import { WEEKDAYS } from './rule';

const interval = z.union([z.number(), z.literal('')]);

/** The rule as the form holds it: all fields at once, so that switching to and fro loses nothing. */
export const ruleFormSchema = z
  .object({
    kind: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'text']),
    /** '' while the field is empty. */
    interval,
    weekdays: z.array(z.enum(WEEKDAYS)),
    monthly: z.enum(['day', 'weekday']),
    /** 1 to 31, -1 for the last. */
    monthDay: z.number().int(),
    /** 1 to 5, -1 for the last. */
    nth: z.number().int(),
    nthDay: z.enum(WEEKDAYS),
    ending: z.enum(['count', 'until', 'group', 'never']),
    count: interval,
    until: z.string(),
    /** What was typed or pasted as a rule; counts while `kind` is text. */
    text: z.string(),
  })
  .superRefine((form, context) => {
    const refuse = (path: keyof typeof form, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (form.kind === 'text') return;
    if (!isWhole(form.interval, 99)) refuse('interval', 'Enter a whole number from 1 to 99.');
    if (form.kind === 'WEEKLY' && form.weekdays.length === 0) refuse('weekdays', 'Choose at least one day.');
    if (form.ending === 'count' && !isWhole(form.count, 500)) refuse('count', 'Enter a whole number from 1 to 500.');
    if (form.ending === 'until' && !z.iso.date().safeParse(form.until).success)
      refuse('until', 'Choose the last date.');
  });

export type RuleForm = z.infer<typeof ruleFormSchema>;

function isWhole(value: number | '', most: number): boolean {
  return value !== '' && Number.isInteger(value) && value >= 1 && value <= most;
}
