import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { patientName } from '../patient-identity';
import type { RosterEntry } from '../roster-model';

export const INSTRUCTIONS: ScreenReaderInstructions = {
  draggable:
    'To move the patient on the waitlist, press the space bar. Then use the arrow keys, and the space bar again to choose the place. Escape puts the patient back.',
};

/** What a screen reader says while somebody is moved on the waitlist. */
export function moveAnnouncements(waiting: readonly RosterEntry[]): Announcements {
  const placeOf = (id: string | number) => waiting.findIndex((entry) => entry.id === id) + 1;
  const nameOf = (id: string | number) => patientName(waiting.find((entry) => entry.id === id)?.patient ?? null);
  return {
    onDragStart: ({ active }) => `${nameOf(active.id)}, place ${placeOf(active.id)} of ${waiting.length}, picked up.`,
    onDragOver: ({ active, over }) =>
      over
        ? `${nameOf(active.id)} would be at place ${placeOf(over.id)} of ${waiting.length}.`
        : `${nameOf(active.id)} is outside of the waitlist.`,
    onDragEnd: ({ active, over }) =>
      over && over.id !== active.id
        ? `Move ${nameOf(active.id)} to place ${placeOf(over.id)}: a dialog asks why.`
        : `${nameOf(active.id)} stays at place ${placeOf(active.id)}.`,
    onDragCancel: ({ active }) => `${nameOf(active.id)} stays at place ${placeOf(active.id)}.`,
  };
}
