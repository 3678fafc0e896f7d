/** Begins the key, in localStorage, of the last flagged answer that was told here. A number, nothing of a patient. */
const PREFIX = 'quorum.told-urgent.';

/**
 * Of these unread notifications, those that no window of this browser has told of yet; from now on they count as told.
 * `whose`: person and organization.
 */
export function takeUntold<Item extends { id: number }>(urgent: readonly Item[], whose: string): Item[] {
  const last = Number(localStorage.getItem(PREFIX + whose) ?? 0);
  const untold = urgent.filter(({ id }) => id > last);
  if (untold.length > 0) localStorage.setItem(PREFIX + whose, String(Math.max(...untold.map(({ id }) => id))));
  return untold;
}
