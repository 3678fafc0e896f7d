import { type Icon, IconAlertTriangle, IconHourglass, IconThumbDown } from '@tabler/icons-react';
import { clockRange, type GroupSeats, type People, type Session, sessionName } from '@/modules/pm/sessions';
import { formatLongDate } from '@/platform/time';
import { type GroupTypeLook, groupTypeLook, seatsSentence, statusLook } from '@/platform/ui';

/** What a session in the calendar says. */
export interface SessionCard {
  session: Session;
  name: string;
  /** "Tuesday, November 24" */
  day: string;
  look: GroupTypeLook;
  facilitator: string | null;
  /** Undefined while it loads, or where the person may not see it. */
  seats: GroupSeats[string] | undefined;
  /** What is out of the ordinary with it. */
  marks: readonly SessionMark[];
}

export interface SessionMark {
  key: string;
  label: string;
  icon: Icon;
}

const OVERRIDE: SessionMark = { key: 'override', label: 'Scheduled anyway', icon: IconAlertTriangle };
const APPROVAL: Readonly<Record<string, SessionMark>> = {
  pending: { key: 'pending', label: 'Waits for approval', icon: IconHourglass },
  rejected: { key: 'rejected', label: 'Not approved', icon: IconThumbDown },
};

/** What is out of the ordinary with a session: nobody and no room is kept for it, or it waits for approval. */
export function marksOf({ conflict_override, approval_status, status }: Session): readonly SessionMark[] {
  // One that was cancelled while it waited waits no longer.
  const approval = approval_status === 'pending' && status !== 'scheduled' ? undefined : APPROVAL[approval_status];
  return [...(conflict_override ? [OVERRIDE] : []), ...(approval ? [approval] : [])];
}

/** Cards by the session's id. */
export function sessionCards(
  sessions: readonly Session[],
  people: People,
  seats: GroupSeats | undefined,
): ReadonlyMap<string, SessionCard> {
  // Intl is slow, and a busy month has thousands of sessions on its thirty days.
  const days = new Map(
    [...new Set(sessions.map(({ session_date }) => session_date))].map((day) => [day, formatLongDate(day)]),
  );
  return new Map(
    sessions.map((session) => [
      session.id,
      {
        session,
        name: sessionName(session),
        day: days.get(session.session_date) ?? session.session_date,
        look: groupTypeLook(session.group?.group_type ?? 'other'),
        facilitator: people.nameOf(session.facilitator_id),
        seats: seats?.[session.group_definition_id],
        marks: marksOf(session),
      },
    ]),
  );
}

/** All of it in one sentence, for those who hear the calendar. */
export function spokenCard({ session, name, day, look, facilitator, seats, marks }: SessionCard): string {
  return [
    name,
    day,
    clockRange(session.start_time, session.end_time),
    statusLook('session', session.status).label,
    ...marks.map((mark) => mark.label),
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
