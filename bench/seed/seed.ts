import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { inTransaction, withClient } from '../../scripts/stack/database.ts';
import { applyMigrations } from '../../scripts/stack/migrations.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';

export interface SeedSize {
  organizations: number;
  /** Patients of the first organization, which is the one that is measured; the second has 2,000, the others 500 each. */
  patients: number;
}

/** Somebody who signs in. */
export interface Person {
  id: string;
  email: string;
}

/** Organization 1 and its facilitator, as the seed names them. */
export const MEASURED = { slug: 'clinic-1', email: 'person-1@clinic-1.test', password: 'quorum-bench' };

/** Organization 2 and its facilitator: what a search among many patients is measured against. */
export const SMALL = { slug: 'clinic-2', email: 'person-1@clinic-2.test', patients: 2000 };

/** By organization: 50 groups, 2,500 sessions (50 weeks around today), 5,000 enrollments. */
const perOrganization = { groups: 50, weeks: 50, enrollments: 100, patients: 500 };

async function runSql(client: pg.Client, file: string): Promise<void> {
  await client.query(await readFile(path.join(import.meta.dirname, file), 'utf8'));
}

/** The person of that e-mail address. */
export async function readPerson(adminUrl: string, email: string): Promise<Person> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<Person>('select id, email from auth.users where email = $1', [email]),
  );
  if (rows[0] === undefined) throw new Error(`The seed made no ${email}.`);
  return rows[0];
}

/** Fills an empty migrated database. adminUrl: a superuser's, because triggers are switched off. `announce` tells how far it is. */
export async function seed(adminUrl: string, size: SeedSize, announce: (line: string) => void): Promise<void> {
  const settings = {
    organizations: size.organizations,
    patients_of_first: Math.max(size.patients, perOrganization.patients),
    patients_of_second: SMALL.patients,
    password: MEASURED.password,
    ...perOrganization,
  };
  await withClient(adminUrl, async (client) => {
    await client.query("set work_mem = '256MB'; set maintenance_work_mem = '256MB'");
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, false)', [`bench.${name}`, String(value)]);
    }
    await inTransaction(client, async () => {
      await runSql(client, 'organizations.sql');
      await client.query("set local session_replication_role = 'replica'");
      await runSql(client, 'records.sql');
    });
    announce(`${await countRows(client)}; vacuuming and analyzing`);
    // As autovacuum leaves it on a server that has been up for a while.
    await client.query('vacuum (analyze)');
  });
}

/** A new database of that name, migrated and filled. */
export async function makeDatabase(
  server: ThrowawayPostgres,
  name: string,
  size: SeedSize,
  announce: (line: string) => void,
): Promise<void> {
  await applyMigrations(await server.createDatabase(name));
  announce(`Seeding ${size.organizations} organizations`);
  await seed(server.postgres.adminUrl(name), size, announce);
}

async function countRows(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    select format('%s organizations, %s groups, %s sessions, %s enrollments, %s patients',
      (select count(*) from public.pf_organizations), (select count(*) from public.pm_group_definitions),
      (select count(*) from public.pm_group_schedule), (select count(*) from public.pm_group_enrollments),
      (select count(*) from public.pm_patients)) as line`);
  return rows[0]?.line ?? '';
}
