import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { liveReads } from './live-reads';

it('names exactly the tables of which the database tells', async () => {
  const sql = await readFile('supabase/schemas/36_live.sql', 'utf8');
  const listed = [...sql.matchAll(/^ {6}\('(\w+)', /gm)].map(([, table]) => table);
  const told = [...listed, ...[...sql.matchAll(/on public\.(pf_\w+) referencing/g)].map(([, table]) => table)];
  expect([...new Set(Object.values(liveReads).flat())].sort()).toEqual([...new Set(told)].sort());
});
