import { parseTimestamp } from '@/platform/time';
import { personKey, type Tap } from './tap';

/** The server takes as many in one call. */
const BATCH = 200;

/** Earlier first; of two at the same moment the ids decide, so that all tabs agree. */
export function inOrder(one: Tap, other: Tap): number {
  return one.recordedAt.localeCompare(other.recordedAt) || one.id.localeCompare(other.id);
}

/** The last tap about each person at each session, in the order in which they were made. */
export function latestTaps(taps: readonly Tap[]): Tap[] {
  const latest = new Map([...taps].sort(inOrder).map((tap) => [`${tap.sessionId} ${personKey(tap)}`, tap]));
  return [...latest.values()].sort(inOrder);
}

/** What still waits, refused ones apart. */
export function waitingTaps(taps: readonly Tap[]): Tap[] {
  return latestTaps(taps).filter(({ refusal }) => refusal === null);
}

/** What was refused, and nothing newer has been recorded since. */
export function refusedTaps(taps: readonly Tap[]): Tap[] {
  return latestTaps(taps).filter(({ refusal }) => refusal !== null);
}

/** What goes to the server in the next call: all that waits about the session of the earliest; empty when nothing waits. */
export function nextBatch(taps: readonly Tap[]): Tap[] {
  const waiting = waitingTaps(taps);
  return waiting.filter(({ sessionId }) => sessionId === waiting[0]?.sessionId).slice(0, BATCH);
}

/** These taps and all that they replace. */
export function settledBy(settled: readonly Tap[], taps: readonly Tap[]): Tap[] {
  return taps.filter((tap) =>
    settled.some(
      (done) => done.sessionId === tap.sessionId && personKey(done) === personKey(tap) && inOrder(tap, done) <= 0,
    ),
  );
}

/**
 * When a tap counts as made: now, but always after what the person saw when tapping. The server keeps the later of two, and this
 * device's clock may be behind that of another one. `seen` are timestamps as the server or this device wrote them.
 */
export function nextRecordedAt(now: Date, seen: readonly (string | null)[]): string {
  const known = seen.flatMap((at) => (at === null ? [] : [parseTimestamp(at).getTime() + 1]));
  return new Date(Math.max(now.getTime(), ...known)).toISOString();
}

/** What these taps replace: earlier ones about the same person at the same session. */
export function replacedBy(newer: readonly Tap[], taps: readonly Tap[]): Tap[] {
  return settledBy(newer, taps).filter(({ id }) => !newer.some((tap) => tap.id === id));
}
