/** What an entry of the log tells of attendance; what is not known is null or absent. */
export interface AttendanceFacts {
  reason?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  from_minutes?: number | null | undefined;
  minutes?: number | null | undefined;
  after_completion?: boolean | null | undefined;
}

/** Whose attendance was recorded, changed or cleared, from what to what and why, in a sentence or two. `session` is in words. */
export function attendanceSentence(facts: AttendanceFacts, who: string, patient: string, session: string): string {
  const { from, to, reason, after_completion } = facts;
  const late = after_completion ? ', after it was completed' : '';
  const because = reason ? ` Reason: ${reason}` : '';
  const before = attendanceWords(from, facts.from_minutes);
  const now = attendanceWords(to, facts.minutes);
  if (!from) return `${who} recorded ${patient} as ${now} in ${session}${late}.${because}`;
  if (!to) return `${who} cleared what was recorded of ${patient} in ${session}${late}: ${before}.${because}`;
  return `${who} changed the attendance of ${patient} in ${session} from ${before} to ${now}${late}.${because}`;
}

/** "late, 40 minutes"; as the log has it where it is a word that this version does not know. */
function attendanceWords(status: string | null | undefined, minutes: number | null | undefined): string {
  const words = (status ?? 'not recorded').replaceAll('_', ' ');
  if (minutes === null || minutes === undefined) return words;
  return `${words}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
