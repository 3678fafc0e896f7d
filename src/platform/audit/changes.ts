import * as z from 'zod';

/** `{column: {from, to}}`, as the log keeps what was changed; a column that is written differently reads as nothing. */
export const auditChanges = z
  .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }).catch({}))
  .catch({});

export type AuditChanges = z.output<typeof auditChanges>;

/** A value as text; null where there is none. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a sentence has room for of a longer text. */
const ROOM = 200;

/** Words of people in quotes, on one line, the rest of a long text left out; null where there are none. */
export function quoted(value: unknown): string | null {
  const text = textOf(value)?.replace(/\s+/g, ' ');
  if (text === undefined) return null;
  const letters = [...text];
  return `“${letters.length > ROOM ? `${letters.slice(0, ROOM).join('').trimEnd()}…` : text}”`;
}

/** "the phone from 1 to 2", "the phone to 2", "the phone from 1 to nothing". */
export function fromTo(label: string, from: string | null, to: string | null): string {
  return `${label}${from === null ? '' : ` from ${from}`} to ${to ?? 'nothing'}`;
}

/** "the name", "the name and the phone", "the name, the phone and the status". */
export function listed(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
