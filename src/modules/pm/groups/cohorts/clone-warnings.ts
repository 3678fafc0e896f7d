import type { Clone, CloneWarning } from './clone-answer.schema';
import type { CloneStep } from './cohort-address';

/** Where a warning can be mended, and what that is called; null where the groups have to be left as they are. */
const MENDED: Readonly<Record<string, { step: CloneStep; label: string }>> = {
  same_name: { step: 'details', label: 'Change the name' },
  facilitator_left: { step: 'details', label: 'Clone without facilitators' },
  waitlisted: { step: 'details', label: 'Raise the capacity' },
  two_places: { step: 'dates', label: 'Change the dates' },
  sessions_skipped: { step: 'dates', label: 'Change the dates' },
};

export function mending({ kind }: CloneWarning) {
  return MENDED[kind] ?? null;
}

/** How many of the groups seem to have been made before. */
export function countMadeBefore(clones: readonly Clone[]): number {
  return clones.filter(({ warnings }) => warnings.some(({ kind }) => kind === 'same_name')).length;
}
