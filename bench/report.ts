import os from 'node:os';
import { type BenchRow, misses } from './row.ts';

function figure(row: BenchRow, value: number): string {
  return row.unit === 'KB' ? value.toFixed(0) : value.toFixed(3);
}

/** The rows as a table for people. */
export function table(rows: readonly BenchRow[]): string {
  const lines = [
    ['', 'measured', 'target', '', 'n', 'middle half', ''],
    ...rows.map((row) => [
      row.name,
      `${figure(row, row.value)} ${row.unit === 'KB' ? 'KB' : 'x '}`,
      `${row.bound === 'most' ? '<=' : '>='} ${row.target}`,
      misses(row) ? 'MISSED' : 'ok',
      `${row.n}`,
      row.n === 1 ? '' : row.spread.map((value) => figure(row, value)).join(' to '),
      row.detail,
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The rows with the machine they were measured on, for programs. */
export function report(rows: readonly BenchRow[], scale: number): string {
  const cores = os.cpus();
  const machine = `${cores.length} x ${cores[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
  return JSON.stringify(
    { measuredAt: new Date().toISOString(), machine, scale, rows: rows.map((row) => ({ ...row, ok: !misses(row) })) },
    null,
    2,
  );
}
