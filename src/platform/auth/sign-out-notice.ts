import * as z from 'zod';

const KEY = 'quorum.signed-out';
/** The other tabs learn of a sign-out well within this time. */
const FRESH_MILLISECONDS = 10_000;

export type SignOutReason = 'by-hand' | 'idle';

const noticeSchema = z.object({ reason: z.enum(['by-hand', 'idle']), at: z.number() });

/** Leaves word, for all tabs, that the session is ended on purpose and why. */
export function announceSignOut(reason: SignOutReason): void {
  localStorage.setItem(KEY, JSON.stringify({ reason, at: Date.now() }));
}

/** Why the session was ended just now; null when nobody meant to end it. */
export function recentSignOut(): SignOutReason | null {
  try {
    const notice = noticeSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return Math.abs(Date.now() - notice.at) < FRESH_MILLISECONDS ? notice.reason : null;
  } catch {
    return null;
  }
}
