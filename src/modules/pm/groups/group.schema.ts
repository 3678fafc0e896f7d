import { z } from 'zod';
import { recurrenceReading } from '@/platform/recurrence/recurrence-reading';
import { GROUP_TYPE_KEYS } from '@/platform/ui';
import { GROUP_STATUSES } from './list-state';

/** The database counts characters, not the pairs of which JavaScript makes some of them. */
function text(most: number, sentence: string) {
  return z
    .string()
    .trim()
    .refine((words) => [...words].length <= most, sentence);
}

function wholeNumber(least: number, most: number, sentence: string) {
  return z.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
}

function date(sentence: string) {
  return z
    .string()
    .refine((day) => /^\d{4}-\d\d-\d\d$/.test(day) && day >= '1990-01-01' && day <= '2199-12-31', sentence)
    .nullable();
}

const DATE_SENTENCE = 'Enter a date from 1990 to 2199.';

/** A group as the form holds it; the same limits as the constraints of `pm_group_definitions`, in words. */
export const groupSchema = z
  .object({
    name: text(100, 'Use at most 100 characters for the name.').refine((name) => name !== '', 'Enter a name.'),
    description: text(500, 'Use at most 500 characters.'),
    group_type: z.enum(GROUP_TYPE_KEYS, 'Choose one of the group types.'),
    facilitator_id: z.string().nullable(),
    co_facilitator_id: z.string().nullable(),
    location: text(100, 'Use at most 100 characters.'),
    max_capacity: wholeNumber(1, 100, 'Enter a capacity from 1 to 100.'),
    min_capacity: wholeNumber(1, 100, 'Enter a minimum from 1 to 100, or leave it empty.').nullable(),
    duration_minutes: wholeNumber(5, 720, 'Enter 5 to 720 minutes, or leave it empty.').nullable(),
    recurrence_rule: text(1000, 'This recurrence rule is too long.').superRefine((rule, context) => {
      const reading = rule === '' ? null : recurrenceReading(rule);
      if (reading && 'problem' in reading) context.addIssue({ code: 'custom', message: reading.problem });
    }),
    time_period: z.enum(['AM', 'PM'], 'Choose AM, PM or none.').nullable(),
    start_date: date(DATE_SENTENCE),
    end_date: date(DATE_SENTENCE),
    status: z.enum(GROUP_STATUSES, 'Choose active, inactive or completed.'),
  })
  .refine(({ facilitator_id, co_facilitator_id }) => facilitator_id === null || facilitator_id !== co_facilitator_id, {
    path: ['co_facilitator_id'],
    message: 'Facilitator and co-facilitator must be two people.',
    when: always,
  })
  .refine(({ min_capacity, max_capacity }) => min_capacity === null || !(min_capacity > max_capacity), {
    path: ['min_capacity'],
    message: 'The minimum can be at most the capacity.',
    when: always,
  })
  .refine(({ start_date, end_date }) => end_date === null || start_date !== null, {
    path: ['start_date'],
    message: 'A group with an end date needs a start date.',
    when: always,
  })
  .refine(({ start_date, end_date }) => end_date === null || start_date === null || end_date > start_date, {
    path: ['end_date'],
    message: 'The end date must come after the start date.',
    when: always,
  });

/** Told together with what is wrong with single fields, not only after those are mended. */
function always(): boolean {
  return true;
}

export type GroupFormInput = z.input<typeof groupSchema>;
export type GroupFormValues = z.output<typeof groupSchema>;
