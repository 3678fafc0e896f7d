import { URGENT_KIND } from '../notification-kinds';
import { notificationSentence, type Tellable } from '../notification-sentence';

interface Arrival extends Tellable {
  id: number;
}

/**
 * What a screen reader says, in its own time, of what came since the notification with the id `seen`; '' for nothing.
 * Flagged answers are told by a toast.
 */
export function arrivalWords(latest: readonly Arrival[], seen: number, now: Date): string {
  const arrived = latest.filter(({ id, kind }) => id > seen && kind !== URGENT_KIND);
  const [only] = arrived;
  if (!only) return '';
  if (arrived.length > 1) return `${arrived.length} new notifications.`;
  return `New notification: ${notificationSentence(only, now)}`;
}
