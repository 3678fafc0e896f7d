import { inspect } from 'node:util';
import { z } from 'zod';

const databaseError = z.object({
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  message: z.string(),
  detail: z.string().nullish(),
  hint: z.string().nullish(),
});

/** SQLSTATEs, or classes of them, that @supabase/lite answers by itself. */
const answeredByLite = /^(PT|PGRST|42|22|21|55|53|23502|23503|23505|25006)/;

/** SQLSTATEs, or classes of them, that PostgREST does not answer with 400 (docs.postgrest.org, Errors). */
const statuses: [start: string, status: number][] = [
  ['P0001', 400],
  ['57P01', 503],
  ['08', 503],
  ['28', 403],
  ...['09', '0L', '0P', '25', '2D', '38', '39', '3B', '40', '54', '57', '58', 'F0', 'HV', 'P0', 'XX'].map(
    (start): [string, number] => [start, start === '0L' || start === '0P' ? 403 : 500],
  ),
];

/**
 * A database error in a form that @supabase/lite answers like PostgREST: a violated check or exclusion constraint, among
 * others, it would answer with 500 and a code of its own. It also logs what it is given: a line, not Postgres's whole
 * report. Other errors are returned as they are.
 */
export function likePostgrest(error: unknown): unknown {
  const { data } = databaseError.safeParse(error);
  if (data === undefined) return error;
  const { code, message, detail = null, hint = null } = data;
  const logged = { [inspect.custom]: () => `${code} ${message}` };
  if (answeredByLite.test(code)) return { ...data, ...logged };
  const status = statuses.find(([start]) => code.startsWith(start))?.[1] ?? 400;
  return {
    code: 'PGRST',
    message: JSON.stringify({ code, message, details: detail, hint }),
    detail: JSON.stringify({ status, headers: {} }),
    ...logged,
  };
}
