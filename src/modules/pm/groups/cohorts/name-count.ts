/**
 * The name of the next one: "Cycle 2" becomes "Cycle 3", "Group 09" "Group 10". A year at the end moves with the start
 * ("Spring 2026"). Null when no number ends the name, or nothing follows from it.
 * Takes how many years later the group starts; null when that is not known.
 */
export function countedUp(name: string, yearsLater: number | null): string | null {
  const match = /^(.*?)(\d{1,9})$/su.exec(name.trim());
  if (!match) return null;
  const [, words = '', digits = ''] = match;
  const step = isYear(digits) ? (yearsLater ?? 0) : 1;
  const next = words + String(Number(digits) + step).padStart(digits.length, '0');
  return step === 0 || [...next].length > 100 ? null : next;
}

function isYear(digits: string): boolean {
  return /^(19|20)\d\d$/.test(digits);
}

/** How many of the names contain the words. */
export function countMatches(names: readonly string[], find: string): number {
  return find === '' ? 0 : names.filter((name) => name.includes(find)).length;
}
