import { containsCondition } from '@/platform/query';

/** The condition "name or code contains every word" in PostgREST's notation for `or`; null for no words. */
export function groupCondition(words: string): string | null {
  const conditions = wordsOf(words).map((word) => `or(${containsCondition(['name', 'group_code'], word)})`);
  return conditions.length === 0 ? null : `and(${conditions.join(',')})`;
}

interface Named {
  name: string;
  code: string | null;
  status: string;
}

/** Active groups first, and among those whose name or code begins with the words; otherwise as they came. */
export function byFit<Group extends Named>(groups: readonly Group[], words: string): Group[] {
  const start = words.trim().toLowerCase();
  const rank = ({ name, code, status }: Named) => {
    const begins = [name, code ?? ''].some((text) => text.toLowerCase().startsWith(start));
    return (status === 'active' ? 0 : 2) + (begins ? 0 : 1);
  };
  // Sorting keeps the order of equals.
  return [...groups].sort((one, other) => rank(one) - rank(other));
}

/** As many as a name has: more would only make the address long. */
const MOST_WORDS = 8;

function wordsOf(words: string): string[] {
  return words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}
