/** A statement as it came over the wire: parameters in text form, as the log has them. */
export interface Statement {
  sql: string;
  parameters: (string | null)[];
}

const statement = /LOG: {2}execute [^:]*: ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d [\d:.]+ UTC \[)/g;
const parameters = /^\n\d{4}-\d\d-\d\d [\d:.]+ UTC \[\d+\] DETAIL: {2}Parameters: (.*)/;
const parameter = /\$\d+ = (?:NULL|'((?:[^']|'')*)')/g;

/** The statements of a log (log_statement = 'all') that read tables or functions of `public`, in order. */
export function publicStatements(log: string): Statement[] {
  const found: Statement[] = [];
  for (const match of log.matchAll(statement)) {
    const sql = match[1] ?? '';
    if (!/\bfrom "?public"?\./i.test(sql)) continue;
    const listed = parameters.exec(log.slice(match.index + match[0].length))?.[1] ?? '';
    found.push({
      sql,
      parameters: [...listed.matchAll(parameter)].map(([, text]) => text?.replaceAll("''", "'") ?? null),
    });
  }
  return found;
}
