import * as z from 'zod';
import { parseBirthDate } from './birth-date';

export const PATIENT_STATUSES = ['active', 'inactive'] as const;

function optionalText(longest: number) {
  return z.string().trim().max(longest, `Use at most ${longest} characters`);
}

/**
 * What a patient's record holds, as the form has it; empty texts stand for nothing known. Mirrors 10_patients.sql.
 * Takes today's date (`YYYY-MM-DD`) in the organization's zone: nobody is born later.
 */
export function patientSchema(today: string) {
  return z.object({
    mrn: optionalText(50).min(1, 'Enter the MRN'),
    first_name: optionalText(100).min(1, 'Enter the first name'),
    last_name: optionalText(100).min(1, 'Enter the last name'),
    preferred_name: optionalText(100),
    date_of_birth: z
      .string()
      .trim()
      .transform((text, context) => {
        const date = text === '' ? '' : parseBirthDate(text, today);
        if (date === null) context.addIssue('Enter month, day and year, such as 03/14/1985');
        else if (date > today) context.addIssue('The date of birth lies in the future');
        else if (date !== '' && date < '1900-01-01') context.addIssue('Enter a date of birth from 1900 until today');
        return date ?? '';
      }),
    phone: optionalText(40),
    email: optionalText(254).regex(/^$|^[^@\s]+@[^@\s]+$/, 'Enter an e-mail address, such as name@mail.com'),
    status: z.enum(PATIENT_STATUSES),
    notes: optionalText(4000),
  });
}

export type PatientFormValues = z.input<ReturnType<typeof patientSchema>>;
export type PatientFields = z.output<ReturnType<typeof patientSchema>>;
