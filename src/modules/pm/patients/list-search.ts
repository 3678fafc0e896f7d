import { todayIn, viewerTimezone } from '@/platform/time';
import { parseBirthDate } from './birth-date';

/** As many letters as names and phones are searched by. */
export const SEARCH_MINIMUM = 3;

/** One sign of these scripts says as much as a syllable, and names of two are common. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What the words of the search are good for. */
export type ListSearch =
  | { kind: 'all' }
  /** Too short to search by: only an MRN can be meant, if it is no longer than that. */
  | { kind: 'short'; words: string }
  /** `date`: `YYYY-MM-DD`; the words may also be an MRN that looks like a date. */
  | { kind: 'birth-date'; date: string; words: string }
  | { kind: 'words'; words: string };

/** Reads the words of the search; today (`YYYY-MM-DD`) tells the century of years of two digits. */
export function readListSearch(search: string, today = todayIn(viewerTimezone())): ListSearch {
  const words = search.trim();
  if (words === '') return { kind: 'all' };
  // Eight digits alone are rather an MRN or part of a phone number.
  const date = /\d/.test(words) && /\D/.test(words) ? parseBirthDate(words, today) : null;
  if (date) return { kind: 'birth-date', date, words };
  const letters = [...words.replace(/\s+/g, '')].length;
  if (letters < SEARCH_MINIMUM && !(letters === 2 && DENSE_SCRIPT.test(words))) return { kind: 'short', words };
  return { kind: 'words', words };
}
