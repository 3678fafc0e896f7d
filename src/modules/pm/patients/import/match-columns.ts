import { IMPORT_COLUMNS, type ImportColumn } from './import-columns';

/** For each column of the file what it holds, or null where it is left out. Nothing occurs twice. */
export type Matching = readonly (ImportColumn | null)[];

/** Guesses from the headers what each column holds. */
export function guessMatching(headers: readonly string[]): Matching {
  const plain = headers.map(plainHeader);
  const matching: (ImportColumn | null)[] = headers.map(() => null);
  for (const { key, headers: known } of IMPORT_COLUMNS) {
    // A single column with the whole name is needed only where first and last name have none of their own.
    if (key === 'full_name' && matching.includes('first_name') && matching.includes('last_name')) continue;
    const free = known.flatMap((name) => plain.flatMap((header, at) => (header === name && !matching[at] ? [at] : [])));
    if (free[0] !== undefined) matching[free[0]] = key;
  }
  return matching;
}

function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 100);
}

/** Gives a column of the file another meaning; the column that had it before is left out. */
export function rematch(matching: Matching, at: number, key: ImportColumn | null): Matching {
  return matching.map((present, index) => (index === at ? key : present === key ? null : present));
}

/** What still keeps the columns from being used, as sentences; none when they can be. */
export function matchingProblems(matching: Matching): string[] {
  const has = (key: ImportColumn) => matching.includes(key);
  const problems: string[] = [];
  if (!has('mrn')) problems.push('Say which column holds the MRN. Without it, nobody can be told apart.');
  if (has('full_name')) {
    const doubled = [has('first_name') && 'first name', has('last_name') && 'last name'].filter(Boolean).join(' and ');
    if (doubled) problems.push(`The ${doubled} would come from two columns. Leave out one of them.`);
    return problems;
  }
  if (!has('first_name')) problems.push('Say which column holds the first name.');
  if (!has('last_name')) problems.push('Say which column holds the last name.');
  return problems;
}

/** Headers as people can tell them apart: without a name "Column 3", a repeated one "Phone (2)". */
export function headerNames(headers: readonly string[]): string[] {
  return headers.map((header, at) => {
    const name = header.trim();
    if (name === '') return `Column ${at + 1}`;
    const before = headers.slice(0, at).filter((other) => other.trim() === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
