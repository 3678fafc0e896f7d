export interface LiveEnrollment {
  id: string;
  status: string;
  /** Null when the group was deleted or is hidden from the reader. */
  group: { id: string; name: string } | null;
}

/** Somebody on a waitlist. */
export interface Waiting {
  id: string;
  group_definition_id: string;
}

/** A group in which a patient has a seat or waits. */
export interface LivePlace {
  enrollmentId: string;
  groupName: string;
  waits: boolean;
  /** On the waitlist, counted from 1; null with a seat, or where it is not known. */
  place: number | null;
}

/** A patient's live groups, seats first, then by name; takes the waitlists concerned, each in order. */
export function livePlaces(enrollments: readonly LiveEnrollment[], waiting: readonly Waiting[]): LivePlace[] {
  return enrollments
    .map(({ id, status, group }) => {
      const waits = status === 'waitlisted';
      const line = waits ? waiting.filter((entry) => entry.group_definition_id === group?.id) : [];
      const index = line.findIndex((entry) => entry.id === id);
      return {
        enrollmentId: id,
        groupName: group?.name ?? 'Group not available',
        waits,
        place: index === -1 ? null : index + 1,
      };
    })
    .sort((one, other) => Number(one.waits) - Number(other.waits) || one.groupName.localeCompare(other.groupName));
}

/** "DBT Skills", "Grief & Loss, waitlist place 2", "Grief & Loss, waitlist". */
export function placeWords({ groupName, waits, place }: LivePlace): string {
  if (!waits) return groupName;
  return place === null ? `${groupName}, waitlist` : `${groupName}, waitlist place ${place}`;
}
