import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { supabase } from '@/platform/supabase/client';
import { ATTENDANCE_STATUSES } from '../queue/tap';
import { runKeys } from './keys';

const attendeeSchema = z.object({
  /** Null until somebody joins or is recorded. */
  participant_id: z.string().nullable(),
  /** Null for a guest. */
  patient_id: z.string().nullable(),
  guest_name: z.string().nullable(),
  is_drop_in: z.boolean(),
  joined_at: z.string().nullable(),
  has_answered: z.boolean(),
  is_flagged: z.boolean(),
  attendance_status: z.enum(ATTENDANCE_STATUSES).nullable(),
  /** Null: the whole session. */
  minutes: z.number().nullable(),
  recorded_by: z.string().nullable(),
  recorded_at: z.string().nullable(),
  /** Names are null for whoever may not see patients. */
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  preferred_name: z.string().nullable(),
  mrn: z.string().nullable(),
  missed_in_a_row: z.number().nullable(),
});

/** One who belongs to a session: of its roster, a drop-in, somebody who joined by link, a guest. */
export type Attendee = z.output<typeof attendeeSchema>;

async function getAttendance(sessionId: string): Promise<Attendee[]> {
  const { data } = await supabase.rpc('pm_session_attendance', { session_id: sessionId }).throwOnError();
  return z.array(attendeeSchema).parse(data);
}

export function attendanceQueryOptions(organizationId: string, sessionId: string) {
  return queryOptions({
    queryKey: runKeys.attendance(organizationId, sessionId),
    queryFn: () => getAttendance(sessionId),
  });
}
