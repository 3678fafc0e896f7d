import { notifyDone } from '@/platform/ui';
import { useMoveOnWaitlist } from './api/move-on-waitlist';
import { usePromoteEnrollment } from './api/promote-enrollment';
import { patientName } from './patient-identity';
import type { RosterEntry } from './roster-model';

/** What the menu of the waitlist does at once; `error` is the last refusal, to be shown beside the waitlist. */
export function useSeatActions() {
  const promotion = usePromoteEnrollment();
  const movement = useMoveOnWaitlist();

  function promote(entry: RosterEntry) {
    movement.reset();
    promotion.mutate(entry.id, {
      onSuccess: () => notifyDone({ message: `${patientName(entry.patient)} moved up from the waitlist to a seat.` }),
    });
  }

  function move(entry: RosterEntry, place: number) {
    promotion.reset();
    movement.mutate(
      { enrollmentId: entry.id, place },
      { onSuccess: () => notifyDone({ message: `${patientName(entry.patient)} is now at place ${place}.` }) },
    );
  }

  return { promote, move, error: promotion.error ?? movement.error };
}
