import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { withClient } from './database.ts';
import { applyMigrations, applySchemas } from './migrations.ts';
import type { ThrowawayPostgres } from './throwaway.ts';

const catalogFile = path.resolve(import.meta.dirname, '..', 'local', 'catalog.sql');
const rows = z.array(z.object({ kind: z.string(), name: z.string(), definition: z.string() }));

/** Every object, grant and comment of a database: "kind name" to its definition. */
async function readCatalog(url: string): Promise<Map<string, string>> {
  const sql = await readFile(catalogFile, 'utf8');
  const result = await withClient(url, async (client) => {
    // An empty search path makes Postgres print every name with its schema.
    await client.query("set search_path = ''");
    return client.query(sql);
  });
  return new Map(rows.parse(result.rows).map((row) => [`${row.kind} ${row.name}`, row.definition]));
}

/** The differences between two databases, a text each; empty when they are equal. */
export async function compareCatalogs(
  first: { name: string; url: string },
  second: { name: string; url: string },
): Promise<string[]> {
  const [left, right] = await Promise.all([readCatalog(first.url), readCatalog(second.url)]);
  const differences: string[] = [];
  for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [a, b] = [left.get(key), right.get(key)];
    if (a === b) continue;
    if (b === undefined) differences.push(`only in ${first.name}: ${key}: ${a}`);
    else if (a === undefined) differences.push(`only in ${second.name}: ${key}: ${b}`);
    else differences.push(`${key} differs\n  ${first.name}: ${a}\n  ${second.name}: ${b}`);
  }
  return differences;
}

/** What supabase/schemas and supabase/migrations make differently, each in a database of its own; empty when they agree. */
export async function schemaDifferences(server: ThrowawayPostgres): Promise<string[]> {
  const schemas = await server.createDatabase('difference_schemas');
  const migrations = await server.createDatabase('difference_migrations');
  await applySchemas(schemas);
  await applyMigrations(migrations);
  return compareCatalogs({ name: 'schemas', url: schemas }, { name: 'migrations', url: migrations });
}
