const COLUMNS = ['name', 'group_code', 'description'];

/**
 * The condition "one of the columns contains these words, in upper or lower case" in PostgREST's notation for `or`; the
 * columns are name, code and description unless others are given.
 * It is a regular expression of literal signs, because `ilike` would read `*` as a wildcard. Special signs stand in
 * brackets, which takes no backslash (a backslash would be read twice on its way); the two that brackets cannot hold,
 * backslash and caret, match any one sign.
 */
export function searchCondition(words: string, columns: readonly string[] = COLUMNS): string {
  const pattern = words.replaceAll('\0', '').replace(/[.*+?${}()|[\\^]/g, literal);
  const quoted = `"${pattern.replaceAll('"', '\\"')}"`;
  return columns.map((column) => `${column}.imatch.${quoted}`).join(',');
}

function literal(sign: string): string {
  return sign === '\\' || sign === '^' ? '.' : `[${sign}]`;
}
