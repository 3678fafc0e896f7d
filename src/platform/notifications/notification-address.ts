import type { Tellable } from './notification-sentence';
import { toldSchema } from './told.schema';

interface Linked extends Pick<Tellable, 'kind' | 'payload'> {
  group_definition_id: string | null;
  session_id: string | null;
  patient_id: string | null;
}

/** Where the thing is that a notification speaks of, under `/o/:slug`; the list itself where there is nothing to open. */
export function notificationAddress(notification: Linked, slug: string): string {
  return `/o/${slug}/${pathOf(notification) ?? 'notifications'}`;
}

function pathOf(notification: Linked): string | null {
  const { group_definition_id: group, session_id: session, patient_id: patient } = notification;
  const { data: told } = toldSchema.safeParse(notification);
  switch (told?.kind) {
    case 'response_flagged':
      return session && `pm/sessions/${session}`;
    case 'patient_promoted':
      return group && `pm/groups/${group}/enrollments`;
    case 'short_of_hours':
      return `pm/reports?week=${told.payload.week_start}`;
    case 'session_rescheduled':
      return session && panelPath(session, told.payload.to.session_date);
    case 'session_cancelled':
    case 'approval_requested':
    case 'approval_granted':
    case 'approval_rejected':
      return session && panelPath(session, told.payload.session_date);
    default:
      if (session) return `pm/sessions/${session}`;
      return group ? `pm/groups/${group}` : patient && `pm/patients/${patient}`;
  }
}

/** The session in its panel, beside the calendar of that week. */
function panelPath(session: string, date: string): string {
  return `pm/schedule?date=${date}&session=${session}`;
}
