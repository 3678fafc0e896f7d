import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { notifyDone } from '@/platform/ui';
import { useDisenrollPatient } from './api/disenroll-patient';
import { patientName } from './patient-identity';
import type { Roster, RosterEntry } from './roster-model';
import { disenrolledSentence } from './sentences';
import type { GivenUp } from './undo-plan';
import { useUndoDisenrolling } from './use-undo-disenrolling';

/** Disenrolls, says who got the seat, and offers to take it back as far as that is possible. */
export function useDisenrolling(groupId: string) {
  const mayEnroll = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE);
  const departure = useDisenrollPatient();
  const undo = useUndoDisenrolling(groupId);

  return async (roster: Roster, entry: RosterEntry, reason: string) => {
    const { promoted } = await departure.mutateAsync({ enrollmentId: entry.id, reason });
    const givenUp: GivenUp = { entry, waited: placeBefore(roster, entry), promoted };
    notifyDone({
      message: disenrolledSentence({
        name: patientName(entry.patient),
        hadSeat: givenUp.waited === null,
        promotedName: promoted?.name ?? null,
      }),
      undo: mayEnroll ? { label: promoted ? 'Undo…' : 'Undo', onUndo: () => undo(givenUp) } : undefined,
    });
  };
}

function placeBefore({ waiting }: Roster, entry: RosterEntry): GivenUp['waited'] {
  const index = waiting.findIndex(({ id }) => id === entry.id);
  return index === -1 ? null : { place: index + 1, wait: waiting[index]?.wait ?? null };
}
