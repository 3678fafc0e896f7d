import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { databaseUrl } from './stack/database.ts';
import { readOrCreateKeys } from './stack/keys.ts';
import { Problem, runCommand } from './stack/problem.ts';
import { readSettings } from './stack/settings.ts';

const findingSchema = z.object({
  slug: z.string(),
  check_key: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  entity: z.string(),
  entity_id: z.string().nullable(),
  detail: z.string(),
  is_fixable: z.boolean(),
  is_fixed: z.boolean(),
});
type Finding = z.infer<typeof findingSchema>;

/**
 * npm run db:validate -- [--fix] [--url=postgres://...]: what pm_validate_integrity finds in every organization, as the
 * database's owner; with --fix what has one right answer is repaired, all or nothing. Fails while an error stands.
 */
await runCommand(async () => {
  const { fix, url } = readOptions();
  const findings = await validate(url ?? (await localDatabase()), fix);
  if (findings.length === 0) console.log('Nothing found in any organization.');
  for (const check of new Set(findings.map(({ check_key }) => check_key))) {
    const found = findings.filter(({ check_key }) => check_key === check);
    console.log(`${check} (${found.length})`);
    for (const finding of found) console.log(`  ${line(finding)}`);
  }
  const errors = findings.filter(({ severity, is_fixed }) => severity === 'error' && !is_fixed);
  if (errors.length === 0) return;
  const fixable = errors.filter(({ is_fixable }) => is_fixable).length;
  throw new Problem(
    `${errors.length} ${errors.length === 1 ? 'error stands' : 'errors stand'}.${fixable > 0 && !fix ? ` \`npm run db:validate -- --fix\` repairs ${fixable}.` : ''}`,
  );
});

function readOptions(): { fix: boolean; url: string | undefined } {
  try {
    const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false }, url: { type: 'string' } } });
    return { fix: values.fix, url: values.url };
  } catch {
    throw new Problem('Usage: npm run db:validate -- [--fix] [--url=postgres://user:password@host:port/database]');
  }
}

async function localDatabase(): Promise<string> {
  const settings = readSettings();
  const keys = await readOrCreateKeys(settings.dataDirectory);
  return databaseUrl(settings.databasePort, 'postgres', keys.databasePassword);
}

/** The findings of all organizations, by slug. One transaction, under the locks that keep seats and sessions still. */
async function validate(url: string, fix: boolean): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new Problem(
      `The database does not answer (${error instanceof Error ? error.message : error}). Is \`npm start\` running?`,
    );
  }
  try {
    await client.query('begin');
    if (fix) {
      await client.query("select private.lock_organizations('enrollments'), private.lock_organizations('schedule')");
    }
    const { rows } = await client.query(
      `select organization.slug, finding.*
       from public.pf_organizations organization cross join lateral private.check_integrity(organization.id, $1) finding
       order by organization.slug, finding.check_key, finding.entity_id`,
      [fix],
    );
    await client.query('commit');
    return z.array(findingSchema).parse(rows);
  } finally {
    await client.end();
  }
}

function line({ slug, severity, entity, entity_id, detail, is_fixed }: Finding): string {
  return `${is_fixed ? 'repaired' : severity}  ${slug}  ${entity} ${entity_id ?? ''}  ${detail}`;
}
