/** What was typed: with "enroll" in front, the rest says whom or where. */
export interface PaletteQuery {
  enrolls: boolean;
  words: string;
}

/** Typed in front of a name, it leads straight to the enrolling. */
export const ENROLL_VERB = 'enroll ';

/** Reads "enroll lopez" as enrolling and "lopez", and anything else as mere words. */
export function readPaletteQuery(typed: string): PaletteQuery {
  const start = typed.trimStart();
  const enrolls = start.toLowerCase().startsWith(ENROLL_VERB);
  return { enrolls, words: (enrolls ? start.slice(ENROLL_VERB.length) : start).trim() };
}

/** Whether each of the words begins a word of the text, forgiving case and accents; so for no words. */
export function fits(text: string, words: string): boolean {
  const parts = plain(text).split(/[\s,./()-]+/);
  return wordsOf(words).every((word) => parts.some((part) => part.startsWith(word)));
}

/** Whether the text contains each of the words, forgiving case and accents. */
export function contains(text: string, words: string): boolean {
  const whole = plain(text);
  return wordsOf(words).every((word) => whole.includes(word));
}

function wordsOf(words: string): string[] {
  return plain(words).split(/\s+/).filter(Boolean);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
