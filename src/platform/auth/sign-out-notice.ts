import * as z from 'zod/mini';

const KEY = 'quorum.signed-out';
/** The other tabs learn of a sign-out well within this time. */
const FRESH_MILLISECONDS = 10_000;

/** `elsewhere`: the session was ended on another device. */
export type SignOutReason = 'by-hand' | 'idle' | 'elsewhere';

const noticeSchema = z.object({
  reason: z.enum(['by-hand', 'idle', 'elsewhere']),
  at: z.number(),
  lost: z.catch(z.number(), 0),
});

/**
 * Leaves word, for all tabs, that the session is ended on purpose and why, and how many things that waited to be sent are lost
 * with it. Of several tabs that sign out at once, the first finds what waits, the others nothing.
 */
export function announceSignOut(reason: SignOutReason, lost: number): void {
  localStorage.setItem(KEY, JSON.stringify({ reason, at: Date.now(), lost: lost + recentlyLost() }));
}

/** Takes the word back: the session has not ended after all. */
export function retractSignOut(): void {
  localStorage.removeItem(KEY);
}

/** Why the session was ended just now; null when nobody meant to end it. */
export function recentSignOut(): SignOutReason | null {
  return recentNotice()?.reason ?? null;
}

/** How many things were lost with the session that was ended just now. */
export function recentlyLost(): number {
  return recentNotice()?.lost ?? 0;
}

function recentNotice(): z.output<typeof noticeSchema> | null {
  try {
    const notice = noticeSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return Math.abs(Date.now() - notice.at) < FRESH_MILLISECONDS ? notice : null;
  } catch {
    return null;
  }
}
