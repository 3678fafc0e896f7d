/** What a patient gives up when the record is deleted; null where the reader may not see enrollments. */
export interface Holdings {
  seats: number;
  places: number;
}

/** Counts seats and places on waitlists among a patient's enrollments. */
export function holdingsOf(enrollments: readonly { status: string }[]): Holdings {
  return {
    seats: enrollments.filter(({ status }) => status === 'enrolled').length,
    places: enrollments.filter(({ status }) => status === 'waitlisted').length,
  };
}

/** Before deleting: what will happen to seats and places. */
export function deletionWarning(holdings: Holdings | null): string {
  if (!holdings) return 'The patient will be disenrolled from every group.';
  const { seats, places } = holdings;
  if (seats === 0 && places === 0) return 'The patient is in no group at present.';
  const parts = [
    ...(seats > 0 ? [`disenrolled from ${groups(seats)}`] : []),
    ...(places > 0 ? [`taken off ${waitlists(places)}`] : []),
  ];
  const next = seats > 0 ? ' A freed seat goes to whoever is next on the waitlist.' : '';
  return `The patient will be ${parts.join(' and ')}.${next}`;
}

/** After deleting; honest about what undoing cannot bring back. */
export function deletedSentence(name: string, holdings: Holdings | null): string {
  if (holdings && holdings.seats + holdings.places === 0) return `${name} was deleted.`;
  return `${name} was deleted and disenrolled. Undo brings back the record, not the seats.`;
}

/** After undoing. */
export function restoredSentence(name: string, holdings: Holdings | null): string {
  if (holdings && holdings.seats + holdings.places === 0) return `${name} is back.`;
  return `${name} is back, but in no group: enroll them again.`;
}

function groups(count: number): string {
  return count === 1 ? '1 group' : `${count} groups`;
}

function waitlists(count: number): string {
  return count === 1 ? '1 waitlist' : `${count} waitlists`;
}
