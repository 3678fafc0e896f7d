import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTool } from '../../../scripts/stack/tools.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { type Desk, openDesk } from '../support/front-desk.ts';
import { value } from '../support/rpc.ts';
import { load } from './records/integrity-damages.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const validate = (...options: string[]) => runTool('node', ['scripts/db-validate.ts', ...options]);
const here = (...options: string[]) => validate(`--url=${database.url}`, ...options);

const slugOf = (desk: Desk) =>
  value<string>(desk.pool, 'select slug from public.pf_organizations where id = $1', [desk.clinic.id]);
const takeProfile = (desk: Desk) =>
  load(database, 'delete from public.pf_profiles where id = $1', [desk.clinic.people.staff]);

test('a sound database: nothing found, and the exit code is 0', async () => {
  expect(await here()).toEqual({ exitCode: 0, stdout: 'Nothing found in any organization.\n', stderr: '' });
  await openDesk(database);
  expect(await here('--fix')).toMatchObject({ exitCode: 0, stderr: '' });
});

test('errors of all organizations are told and make it fail, until --fix has repaired them', async () => {
  const [first, second] = [await openDesk(database), await openDesk(database)];
  for (const desk of [first, second]) await takeProfile(desk);
  const found = await here();
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain('membership_without_profile (2)');
  for (const desk of [first, second]) {
    const { staff } = desk.clinic.people;
    expect(found.stdout).toContain(
      `  error  ${await slugOf(desk)}  pf_memberships ${staff}  A member has no profile, so sign-in fails.`,
    );
  }
  expect(found.stderr.trim()).toBe('2 errors stand. `npm run db:validate -- --fix` repairs 2.');
  // Looking has repaired nothing.
  expect((await here()).stderr).toBe(found.stderr);

  const fixed = await here('--fix');
  expect(fixed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(fixed.stdout.match(/^ {2}repaired {2}/gm)).toHaveLength(2);
  expect((await here()).stdout).toBe('Nothing found in any organization.\n');
  const entries =
    "(select count(*)::integer from public.pf_audit_log where action = 'repair' and performed_by is null)";
  expect(await value(database.pool, entries)).toBe(2);
});

test('warnings alone do not make it fail', async () => {
  const desk = await openDesk(database);
  const group = await desk.group(2);
  await desk.enroll(group, await desk.patients(2));
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 1 where id = $1', [group]);
  const answer = await here();
  expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
  expect(answer.stdout).toContain(`  warning  ${await slugOf(desk)}  pm_group_definitions ${group}  `);
});

test('what has no one right answer stands after --fix too, and is not said to be repairable', async () => {
  const desk = await openDesk(database);
  const patients = await desk.patients(1);
  await desk.enroll(await desk.group(2), patients);
  await load(database, 'delete from public.pm_patients where id = $1', patients);
  await takeProfile(desk);
  expect((await here()).stderr.trim()).toBe('2 errors stand. `npm run db:validate -- --fix` repairs 1.');
  for (const options of [['--fix'], []]) {
    const answer = await here(...options);
    expect(answer.exitCode).toBe(1);
    expect(answer.stdout).toContain('orphaned_enrollment (1)');
    expect(answer.stderr.trim()).toBe('1 error stands.');
  }
});

test.each([['--fux'], ['--fix=yes'], ['all'], ['--url']])('%s is answered with how it is used', async (option) => {
  const answer = await validate(option);
  expect(answer).toMatchObject({ exitCode: 1, stdout: '' });
  expect(answer.stderr.trim()).toBe(
    'Usage: npm run db:validate -- [--fix] [--url=postgres://user:password@host:port/database]',
  );
});

test.each(['postgres://localhost:1/none', 'postgres://127.0.0.1:1/none'])(
  'a database that does not answer is told in one sentence: %s',
  async (url) => {
    const answer = await validate(`--url=${url}`);
    expect(answer).toMatchObject({ exitCode: 1, stdout: '' });
    expect(answer.stderr.trim()).toMatch(/^The database does not answer \(.+\)\. Is `npm start` running\?$/);
  },
);
