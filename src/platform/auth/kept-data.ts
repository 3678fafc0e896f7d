/** Begins the key, in localStorage, of whatever waits on this device to be sent. Ids only, never a name. */
export const KEPT_PREFIX = 'quorum.kept.';

/** Tries to send what waits; resolves when that is done or has failed. */
type Send = () => Promise<unknown>;

/** Whoever leaves does not wait longer than this for a bad connection. */
const PATIENCE_MILLISECONDS = 8_000;

const forgetters = new Set<() => void>();
let loadSend: (() => Promise<Send>) | null = null;

/** Says, once for the app, who sends what waits; fetched when it is needed. */
export function sendKeptWith(load: () => Promise<Send>): void {
  loadSend = load;
}

/** How many things wait on this device; what is signed out of now is lost. */
export function countKept(): number {
  return Object.keys(localStorage).filter((key) => key.startsWith(KEPT_PREFIX)).length;
}

/** "One attendance mark", "3 attendance marks". */
export function keptWords(count: number): string {
  return count === 1 ? 'One attendance mark' : `${count} attendance marks`;
}

/** Tries to send what waits, for some seconds at most. Never rejects. */
export async function sendKept(): Promise<void> {
  if (countKept() === 0 || loadSend === null) return;
  try {
    const send = await loadSend();
    await Promise.race([send(), patience()]);
  } catch {
    // Offline, the code that sends may itself be out of reach.
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MILLISECONDS);
  });
}

/** Takes away all that waits on this device, and tells those who hold it in memory. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(KEPT_PREFIX)) localStorage.removeItem(key);
  }
  for (const forget of forgetters) forget();
}

/** Registers what else must be forgotten then; answers the function that takes it back. */
export function onKeptForgotten(forget: () => void): () => void {
  forgetters.add(forget);
  return () => forgetters.delete(forget);
}
