import { clockRange, type GroupSeats, type People, type Session, sessionName } from '@/modules/pm/sessions';
import { formatLongDate } from '@/platform/time';
import { type GroupTypeLook, groupTypeLook, seatsSentence, statusLook } from '@/platform/ui';

/** What a session in the calendar says. */
export interface SessionCard {
  session: Session;
  name: string;
  look: GroupTypeLook;
  facilitator: string | null;
  /** Undefined while it loads, or where the person may not see it. */
  seats: GroupSeats[string] | undefined;
}

/** Cards by the session's id. */
export function sessionCards(
  sessions: readonly Session[],
  people: People,
  seats: GroupSeats | undefined,
): ReadonlyMap<string, SessionCard> {
  return new Map(
    sessions.map((session) => [
      session.id,
      {
        session,
        name: sessionName(session),
        look: groupTypeLook(session.group?.group_type ?? 'other'),
        facilitator: people.nameOf(session.facilitator_id),
        seats: seats?.[session.group_definition_id],
      },
    ]),
  );
}

/** All of it in one sentence, for those who hear the calendar. */
export function spokenCard({ session, name, look, facilitator, seats }: SessionCard): string {
  return [
    name,
    formatLongDate(session.session_date),
    clockRange(session.start_time, session.end_time),
    statusLook('session', session.status).label,
    look.label,
    facilitator ? `with ${facilitator}` : 'no facilitator yet',
    session.location,
    seats && seatsSentence(seats),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "8/10", "10/10 +2" where two wait. */
export function fillText({ taken, capacity, waiting }: GroupSeats[string]): string {
  return `${taken}/${capacity}${waiting > 0 ? ` +${waiting}` : ''}`;
}
