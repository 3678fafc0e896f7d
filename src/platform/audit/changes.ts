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

/** "the phone from 1 to 2", "the phone to 2", "the phone from 1 to nothing". */
export function fromTo(label: string, from: string | null, to: string | null): string {
  return `${label}${from === null ? '' : ` from ${from}`} to ${to ?? 'nothing'}`;
}

/** "the name", "the name and the phone", "the name, the phone and the status". */
export function listed(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
