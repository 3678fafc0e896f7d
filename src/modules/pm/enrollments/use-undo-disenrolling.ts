import { useOrganization } from '@/platform/organizations';
import { describeError } from '@/platform/supabase/errors';
import { todayIn } from '@/platform/time';
import { confirmAction, notifyDone, notifyProblem } from '@/platform/ui';
import { useEnrollPatient } from './api/enroll-patient';
import { useHoldOnWaitlist } from './api/hold-on-waitlist';
import { useMoveOnWaitlist } from './api/move-on-waitlist';
import { useReadRosterNow } from './api/read-roster-now';
import type { EnrollTerms } from './enroll-terms';
import { patientName } from './patient-identity';
import { enrolledSentence } from './sentences';
import { askForWaitlist, type GivenUp, type UndoQuestion, undoPlan } from './undo-plan';

/** In the log, beside the move that it explains. */
const PUT_BACK = 'Put back on the old place after being taken off by mistake';

/**
 * Takes a disenrollment back as far as that is possible: it makes a new enrollment, and tells where that led. What would
 * not be as before is asked first.
 */
export function useUndoDisenrolling(groupId: string) {
  const { timezone } = useOrganization();
  const enrollment = useEnrollPatient(groupId);
  const movement = useMoveOnWaitlist(groupId);
  const hold = useHoldOnWaitlist();
  const readRosterNow = useReadRosterNow(groupId);

  function enrollAgain({ entry }: GivenUp, onFull: EnrollTerms['onFull']) {
    // A first day to come is kept; one that has passed would reach back into rosters without the patient.
    const startsOn = entry.starts_on > todayIn(timezone) ? entry.starts_on : null;
    return enrollment.mutateAsync({ patientId: entry.patient_id, onFull, startsOn });
  }

  function tell(givenUp: GivenUp, { enrollment: row, placement }: Awaited<ReturnType<typeof enrollAgain>>) {
    const name = patientName(givenUp.entry.patient);
    notifyDone({
      message: `${enrolledSentence(name, row.status, placement)} It is a new enrollment: the history shows both.`,
    });
  }

  function ask(givenUp: GivenUp, plan: UndoQuestion) {
    confirmAction({
      title: `Enroll ${patientName(givenUp.entry.patient)} again?`,
      message: plan.question,
      confirmLabel: plan.confirmLabel,
      onConfirm: async () => tell(givenUp, await enrollAgain(givenUp, 'waitlist')),
    });
  }

  async function backToSeat(givenUp: GivenUp) {
    try {
      tell(givenUp, await enrollAgain(givenUp, 'reject'));
    } catch (refusal) {
      if (describeError(refusal).code !== 'GROUP_AT_CAPACITY') throw refusal;
      // Somebody was faster.
      ask(givenUp, askForWaitlist(await readRosterNow(), patientName(givenUp.entry.patient), givenUp.promoted));
    }
  }

  async function backToPlace(givenUp: GivenUp, place: number) {
    const again = await enrollAgain(givenUp, 'waitlist');
    const { enrollment: row } = again;
    if (row.status !== 'waitlisted') return tell(givenUp, again);
    const wait = givenUp.waited?.wait;
    try {
      await movement.mutateAsync({ enrollmentId: row.id, place, reason: PUT_BACK });
      if (wait?.is_held) {
        await hold.mutateAsync({ enrollmentId: row.id, reason: wait.hold_reason ?? '', until: wait.held_until });
      }
    } catch (refusal) {
      // On the waitlist nevertheless, only not where it was.
      notifyProblem(refusal);
      return tell(givenUp, again);
    }
    tell(givenUp, { ...again, placement: { kind: 'waitlist', place } });
  }

  return async (givenUp: GivenUp) => {
    const plan = undoPlan(await readRosterNow(), givenUp);
    if (plan.kind === 'ask') ask(givenUp, plan);
    else if (plan.kind === 'place') await backToPlace(givenUp, plan.place);
    else await backToSeat(givenUp);
  };
}
