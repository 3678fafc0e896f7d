const NAMED = 4;

/** Some names as a sentence has room for: "Ana", "Ana or Ben", "Ana, Ben, Olu, Eva or 3 others"; '' for none. */
export function nameWords(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
  const more = names.length - NAMED;
  const said = more > 1 ? [...names.slice(0, NAMED), `${more} others`] : names;
  return new Intl.ListFormat('en-US', { type }).format(said);
}
