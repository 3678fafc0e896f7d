/** Embeddings, overrides and isolates of the Unicode bidirectional algorithm, and what ends them. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A sentence without the invisible characters that turn the reading order around: one of them in a name would have the rest of
 * the sentence read backwards, and a log say something else than it does. Scripts written from the right need none.
 */
export function withoutDirectionOverrides(sentence: string): string {
  return sentence.replace(OVERRIDES, '');
}
