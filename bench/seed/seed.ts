import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { inTransaction, withClient } from '../../scripts/stack/database.ts';

export interface SeedSize {
  organizations: number;
  /** Patients of the first organization, which is the one that is measured; the others have 500 each. */
  patients: number;
}

/** Organization 1 and its facilitator, as the seed names them. */
export const MEASURED = { slug: 'clinic-1', email: 'person-1@clinic-1.test', password: 'quorum-bench' };

/** By organization: 50 groups, 2,500 sessions (50 weeks around today), 5,000 enrollments. */
const perOrganization = { groups: 50, weeks: 50, enrollments: 100, patients: 500 };

async function runSql(client: pg.Client, file: string): Promise<void> {
  await client.query(await readFile(path.join(import.meta.dirname, file), 'utf8'));
}

/** Fills an empty migrated database. adminUrl: a superuser's, because triggers are switched off. `announce` tells how far it is. */
export async function seed(adminUrl: string, size: SeedSize, announce: (line: string) => void): Promise<void> {
  const settings = {
    organizations: size.organizations,
    patients_of_first: Math.max(size.patients, perOrganization.patients),
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

async function countRows(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    select format('%s organizations, %s groups, %s sessions, %s enrollments, %s patients',
      (select count(*) from public.pf_organizations), (select count(*) from public.pm_group_definitions),
      (select count(*) from public.pm_group_schedule), (select count(*) from public.pm_group_enrollments),
      (select count(*) from public.pm_patients)) as line`);
  return rows[0]?.line ?? '';
}
