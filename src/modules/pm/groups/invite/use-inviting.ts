import { useState } from 'react';
import {
  type EnrollOutcome,
  enrolledSentence,
  patientName,
  useEnrolling,
  useTransferEnrollment,
} from '@/modules/pm/enrollments';
import { describeError } from '@/platform/supabase/errors';
import type { Invitable } from '../api/get-waiting-in-like-groups';

/** What becomes of the place on the other waitlist. */
export type InviteMode = 'leave' | 'keep';

/** Written into the log of both groups. */
const REASON = 'Invited from the waitlist';

/** Gives seats one after the other; each refusal is told of its patient and undoes none of the others. */
export function useInviting(groupId: string) {
  const transfer = useTransferEnrollment();
  const { enroll } = useEnrolling(groupId);
  const [running, setRunning] = useState(false);

  async function giveSeat({ enrollment_id, patient }: Invitable): Promise<EnrollOutcome[]> {
    const name = patientName(patient);
    const { status, placement } = await transfer.mutateAsync({
      enrollmentId: enrollment_id,
      groupId,
      onFull: 'reject',
      startsOn: null,
      reason: REASON,
    });
    return [
      {
        key: enrollment_id,
        patientId: patient.id,
        enrolled: true,
        sentence: enrolledSentence(name, status, placement),
      },
    ];
  }

  async function inviteOne(entry: Invitable, mode: InviteMode): Promise<EnrollOutcome[]> {
    try {
      if (mode === 'leave') return await giveSeat(entry);
      return await enroll([entry.patient], { startsOn: null, onFull: 'reject' });
    } catch (problem) {
      const sentence = `${patientName(entry.patient)}: ${describeError(problem).message}`;
      return [{ key: crypto.randomUUID(), patientId: entry.patient_id, enrolled: false, sentence }];
    }
  }

  async function invite(entries: readonly Invitable[], mode: InviteMode): Promise<EnrollOutcome[]> {
    setRunning(true);
    try {
      const outcomes: EnrollOutcome[] = [];
      for (const entry of entries) outcomes.push(...(await inviteOne(entry, mode)));
      return outcomes;
    } finally {
      setRunning(false);
    }
  }

  return { invite, running };
}
