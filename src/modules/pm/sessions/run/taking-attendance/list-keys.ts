import type { KeyboardEvent } from 'react';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '../queue/tap';
import { ATTENDANCE_LOOKS } from './attendance-looks';

/** What a key means within the attendance list; null for all others, and for keys pressed with Ctrl, Alt or Cmd. */
export type ListKey =
  | { kind: 'record'; status: AttendanceStatus }
  | { kind: 'move'; rows: number; columns: number }
  | { kind: 'end'; last: boolean }
  | { kind: 'help' };

const MOVES: Readonly<Record<string, ListKey>> = {
  ArrowDown: { kind: 'move', rows: 1, columns: 0 },
  ArrowUp: { kind: 'move', rows: -1, columns: 0 },
  ArrowRight: { kind: 'move', rows: 0, columns: 1 },
  ArrowLeft: { kind: 'move', rows: 0, columns: -1 },
  Home: { kind: 'end', last: false },
  End: { kind: 'end', last: true },
  '?': { kind: 'help' },
};

export function readListKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): ListKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const status = ATTENDANCE_STATUSES.find((known) => ATTENDANCE_LOOKS[known].letter === event.key.toUpperCase());
  if (status) return { kind: 'record', status };
  return Object.hasOwn(MOVES, event.key) ? (MOVES[event.key] ?? null) : null;
}

/** The button of a status in the row some rows away; null where the list ends. */
export function statusButton(row: Element | null, rows: number, status: string): HTMLElement | null {
  if (row === null) return null;
  const siblings = [...(row.parentElement?.children ?? [])];
  const target = siblings[siblings.indexOf(row) + rows];
  const found = target?.querySelector(`[data-status="${status}"]`);
  return found instanceof HTMLElement ? found : null;
}

/** The status some columns further, within the five. */
export function neighbour(status: string, columns: number): AttendanceStatus {
  const known: readonly string[] = ATTENDANCE_STATUSES;
  const at = known.indexOf(status) + columns;
  return ATTENDANCE_STATUSES[Math.max(0, Math.min(at, ATTENDANCE_STATUSES.length - 1))] ?? 'present';
}
