/** Begins the key, in localStorage, of whatever waits on this device to be sent. Ids only, never a name. */
export const KEPT_PREFIX = 'quorum.kept.';

const forgetters = new Set<() => void>();

/** How many things wait on this device; what is signed out of now is lost. */
export function countKept(): number {
  return Object.keys(localStorage).filter((key) => key.startsWith(KEPT_PREFIX)).length;
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
