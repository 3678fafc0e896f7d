import { notifyDone } from '@/platform/ui';
import { useMoveOnWaitlist } from '../api/move-on-waitlist';
import { usePromoteEnrollment } from '../api/promote-enrollment';
import { useReleaseFromHold } from '../api/release-from-hold';
import { patientName } from '../patient-identity';
import type { RosterEntry } from '../roster-model';
import { releasedSentence } from './wait-sentences';

/** What is done about those who wait without a further question; `error` is the last refusal, to be shown beside the waitlist. */
export function useWaitlistActions(groupId: string) {
  const promotion = usePromoteEnrollment();
  const movement = useMoveOnWaitlist(groupId);
  const release = useReleaseFromHold();
  const all = [promotion, movement, release];
  // A second click while the first is on its way sends nothing.
  const running = all.some(({ isPending }) => isPending);

  function begin(): boolean {
    if (running) return false;
    for (const action of all) action.reset();
    return true;
  }

  return {
    promote: (entry: RosterEntry) => {
      if (!begin()) return;
      promotion.mutate(
        { enrollmentId: entry.id, reason: '' },
        {
          onSuccess: () =>
            notifyDone({ message: `${patientName(entry.patient)} moved up from the waitlist to a seat.` }),
        },
      );
    },
    move: (entry: RosterEntry, place: number, reason: string) => {
      if (!begin()) return;
      movement.mutate(
        { enrollmentId: entry.id, place, reason },
        { onSuccess: () => notifyDone({ message: `${patientName(entry.patient)} is now at place ${place}.` }) },
      );
    },
    release: (entry: RosterEntry) => {
      if (!begin()) return;
      release.mutate(entry.id, {
        onSuccess: ({ promoted }) => {
          notifyDone({ message: releasedSentence(patientName(entry.patient), entry.patient_id, promoted) });
        },
      });
    },
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
  };
}
