import * as z from 'zod';
import { KINDS, type Kind } from '../kind';

/** What the address says about the library. */
export const libraryState = z.object({
  search: z.string().trim().default(''),
  kind: z.enum([...KINDS, 'all']).default('all'),
  show: z.enum(['used', 'archived']).default('used'),
});

export type LibraryState = z.output<typeof libraryState>;

interface Searched {
  title: string;
  description: string | null;
  source: string | null;
  kind: Kind;
}

/** The sets that have every word in title, description or source, and are of the kind. */
export function narrowed<Set extends Searched>(
  sets: readonly Set[],
  { search, kind }: Pick<LibraryState, 'search' | 'kind'>,
): Set[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return sets.filter((set) => {
    const text = plain([set.title, set.description, set.source].filter(Boolean).join(' '));
    return (kind === 'all' || set.kind === kind) && words.every((word) => text.includes(word));
  });
}

/** Small letters without accents, so that "Lowe" finds "Löwe"; and without hyphens, so that "phq9" finds "PHQ-9". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}-]/gu, '')
    .toLowerCase();
}
