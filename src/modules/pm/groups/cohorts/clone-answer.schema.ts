import { z } from 'zod';

const clonedPatientSchema = z.object({
  patient_id: z.string(),
  was: z.string(),
  status: z.string(),
  waitlist_position: z.number().nullable(),
});

const skippedSessionSchema = z.object({
  session_date: z.string(),
  start_time: z.string(),
  error: z.string(),
  detail: z.string().nullish(),
});

const warningSchema = z.object({
  kind: z.string(),
  detail: z.string(),
  patient_id: z.string().nullish(),
});

const cloneSchema = z.object({
  source_id: z.string(),
  /** Without lasting id in a preview. */
  group: z.object({
    id: z.string(),
    name: z.string(),
    group_code: z.string().nullable(),
    time_period: z.string().nullable(),
    start_date: z.string().nullable(),
    end_date: z.string().nullable(),
    max_capacity: z.number(),
  }),
  patients: z.array(clonedPatientSchema),
  cloned_patients: z.number(),
  waitlisted_patients: z.number(),
  cloned_facilitators: z.number(),
  sessions: z.object({
    created: z.number(),
    first_date: z.string().nullable(),
    last_date: z.string().nullable(),
    skipped: z.array(skippedSessionSchema),
  }),
  warnings: z.array(warningSchema),
});

/** What `pm_batch_clone_groups` answers, of a preview and of the cloning itself; groups in the order asked for. */
export const cloneAnswerSchema = z.object({ groups: z.array(cloneSchema) });

export type Clone = z.output<typeof cloneSchema>;
export type ClonedPatient = z.output<typeof clonedPatientSchema>;
export type SkippedSession = z.output<typeof skippedSessionSchema>;
export type CloneWarning = z.output<typeof warningSchema>;
