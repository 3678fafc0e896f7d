import { parseTimestamp } from '@/platform/time';
import { isPending } from './policy/powers';
import { isOpen } from './session';

export type SessionAction = 'start' | 'complete' | 'edit' | 'cancel' | 'notes';

interface Circumstances {
  /** Holds pm.group_schedule.edit. */
  edit: boolean;
  /** Holds pm.group_schedule.delete. */
  cancel: boolean;
  now: Date;
}

/**
 * What is offered for a session, by permission and state; what waits for approval can neither start nor be completed. Completing without a start is for sessions whose time has come;
 * the database would allow it sooner.
 */
export function sessionActions(
  session: { status: string; approval_status: string; starts_at: string },
  { edit, cancel, now }: Circumstances,
): SessionAction[] {
  const open = isOpen(session);
  const approved = !isPending(session);
  const begun = session.status === 'active' || parseTimestamp(session.starts_at) <= now;
  const offered: [SessionAction, boolean][] = [
    ['start', edit && approved && session.status === 'scheduled'],
    ['complete', edit && approved && open && begun],
    ['edit', edit && open],
    ['cancel', cancel && open],
    ['notes', edit && !open],
  ];
  return offered.flatMap(([action, allowed]) => (allowed ? action : []));
}

/** Minutes before its time at which starting a session is nothing unusual. */
const EARLY_MINUTES = 30;

/** Whether starting the session at this moment is what was planned, from half an hour before its start to its end. */
export function isTimeToStart(session: { starts_at: string; ends_at: string }, now: Date): boolean {
  const opens = parseTimestamp(session.starts_at).getTime() - EARLY_MINUTES * 60_000;
  return opens <= now.getTime() && now <= parseTimestamp(session.ends_at);
}
