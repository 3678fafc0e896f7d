/**
 * Reads a timestamp as PostgreSQL or PostgREST write it, `2026-11-20 14:57:11.9+00` and ISO 8601 alike.
 * Throws a RangeError for anything else. Text without an offset is taken as UTC, which is what the database means.
 */
export function parseTimestamp(timestamp: string): Date {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(
    timestamp.trim(),
  );
  if (!match) throw new RangeError('Not a timestamp');
  const [, date, time, offset] = match;
  const parsed = new Date(`${date}T${time}${fullOffset(offset)}`);
  if (Number.isNaN(parsed.getTime())) throw new RangeError('Not a timestamp');
  return parsed;
}

function fullOffset(offset: string | undefined): string {
  if (!offset || offset.toUpperCase() === 'Z') return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
