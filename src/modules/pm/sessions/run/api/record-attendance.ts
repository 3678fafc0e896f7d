import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { ATTENDANCE_STATUSES, type AttendanceStatus, type Person } from '../queue/tap';
import { runKeys } from './keys';

/** What is recorded about one person; as a tap that waits on this device has it, too. */
export interface AttendanceEntry extends Person {
  status: AttendanceStatus | null;
  minutes: number | null;
  recordedAt: string;
}

const recordedSchema = z.object({
  id: z.string(),
  patient_id: z.nullable(z.string()),
  attendance_status: z.nullable(z.enum(ATTENDANCE_STATUSES)),
  minutes: z.nullable(z.number()),
  recorded_by: z.nullable(z.string()),
  recorded_at: z.nullable(z.string()),
});

/** What is stored about one person after a recording. */
export type Recorded = z.output<typeof recordedSchema>;

/** A connection that neither fails nor answers must not keep what waits. */
const PATIENCE_MILLISECONDS = 15_000;

/** Records 1 to 200 people of one session, all or none; sending the same again changes nothing. Answers what is stored then. */
export async function recordAttendance(
  sessionId: string,
  entries: readonly AttendanceEntry[],
  reason?: string,
): Promise<Recorded[]> {
  const { data } = await supabase
    .rpc('pm_record_attendance', {
      session_id: sessionId,
      entries: entries.map(({ patientId, participantId, status, minutes, recordedAt }) => ({
        ...(patientId === null ? { participant_id: participantId } : { patient_id: patientId }),
        status,
        minutes,
        recorded_at: recordedAt,
      })),
      ...(reason !== undefined && { reason }),
    })
    .abortSignal(AbortSignal.timeout(PATIENCE_MILLISECONDS))
    .throwOnError();
  return z.array(recordedSchema).parse(data);
}

interface Correction {
  entries: readonly AttendanceEntry[];
  reason: string;
}

/** Changes what was recorded, after the session was completed. Not kept for later: the reason is nobody's to leave lying about. */
export function useCorrectAttendance(sessionId: string) {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ entries, reason }: Correction) => recordAttendance(sessionId, entries, reason),
    onSettled: () => queryClient.invalidateQueries({ queryKey: runKeys.attendance(id, sessionId) }),
  });
}
