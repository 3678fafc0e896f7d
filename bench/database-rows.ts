import type { ThrowawayPostgres } from '../scripts/stack/throwaway.ts';
import { enrollmentRows } from './enrollments/enrollment-rows.ts';
import type { BenchOptions } from './options.ts';
import { queryRows } from './queries/query-rows.ts';
import { searchRows } from './queries/search-rows.ts';
import type { BenchRow } from './row.ts';
import { makeDatabase } from './seed/seed.ts';

/** The parts that need a seeded database. */
export const DATABASE_PARTS = ['database', 'search', 'enrollment'] as const;

/** The rows that Postgres alone decides, measured in one database `bench` with all organizations. */
export async function databaseRows(
  server: ThrowawayPostgres,
  { scale, patients, only }: BenchOptions,
  announce: (line: string) => void,
): Promise<BenchRow[]> {
  const others = Math.max(Math.round(200 * scale) - 1, 10);
  await makeDatabase(server, 'bench', { organizations: 1 + others, patients }, announce);
  const rows: BenchRow[] = [];
  if (only.has('database')) {
    // The same organization to measure and a tenth of the others.
    await makeDatabase(server, 'bench_tenth', { organizations: 1 + Math.round(others / 10), patients }, announce);
    rows.push(...(await queryRows(server, { all: 'bench', tenth: 'bench_tenth' }, announce)));
  }
  if (only.has('search')) rows.push(...(await searchRows(server, 'bench', announce)));
  // The last one, because it is the one that writes.
  if (only.has('enrollment')) rows.push(...(await enrollmentRows(server, 'bench', announce)));
  return rows;
}
