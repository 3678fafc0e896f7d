import type { Session } from '../session';
import { sessionName } from '../session';

/** What a calendar file holds: one session, all of a group, or those that the person leads. */
export type CalendarFile =
  | { kind: 'session'; session: Session }
  | { kind: 'group'; groupId: string; groupName: string }
  | { kind: 'mine' };

/** What the file is called: words of the group's name, and the date of a single session. */
export function calendarFileName(file: CalendarFile): string {
  if (file.kind === 'mine') return 'my-sessions.ics';
  if (file.kind === 'group') return `${fileWords(file.groupName)}.ics`;
  return `${fileWords(sessionName(file.session))}-${file.session.session_date}.ics`;
}

// Letters and digits of any script stay; what a file system might stumble over becomes a hyphen.
function fileWords(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...words].slice(0, 60).join('').replace(/-$/, '') || 'sessions';
}
