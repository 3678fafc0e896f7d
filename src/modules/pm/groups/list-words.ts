/** "Ben", "Ben and Ana", "Ben, Ana and Olu". */
export function listWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** As many names as fit into a sentence, and how many more there are. */
export function someNames(names: readonly string[]): string {
  const named = names.slice(0, 5);
  const more = names.length - named.length;
  return listWords(more > 0 ? [...named, `${more} more`] : named);
}

/** "1 patient", "3 patients". */
export function patientsWord(count: number): string {
  return count === 1 ? '1 patient' : `${count} patients`;
}

/** "1 session", "3 sessions". */
export function sessionsWord(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
