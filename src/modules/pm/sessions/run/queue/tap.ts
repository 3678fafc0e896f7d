import * as z from 'zod/mini';

export const ATTENDANCE_STATUSES = ['present', 'late', 'left_early', 'excused', 'absent'] as const;

export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** Who is meant: a patient, or for a guest the participant. */
export interface Person {
  patientId: string | null;
  participantId: string | null;
}

/**
 * What somebody recorded about one person at one session, kept on this device until the server has it. Ids and statuses
 * only: what lies in a browser's storage must not name anybody.
 */
export const tapSchema = z.object({
  id: z.guid(),
  userId: z.guid(),
  organizationId: z.guid(),
  sessionId: z.guid(),
  patientId: z.nullable(z.guid()),
  participantId: z.nullable(z.guid()),
  /** Null takes back what was recorded. */
  status: z.nullable(z.enum(ATTENDANCE_STATUSES)),
  /** How long the person took part; null is the whole session. */
  minutes: z.nullable(z.int()),
  /** When it was tapped, ISO 8601. Decides between two taps, here and on the server. */
  recordedAt: z.iso.datetime(),
  /** The code with which the server refused it; null while it waits. */
  refusal: z.nullable(z.string()),
});

export type Tap = z.output<typeof tapSchema>;

/** One word for a person within a session; a patient who also joined by link stays one person. */
export function personKey({ patientId, participantId }: Person): string {
  return patientId ?? participantId ?? '';
}
