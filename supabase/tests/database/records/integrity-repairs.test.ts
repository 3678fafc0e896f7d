import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '../../../../scripts/stack/process.ts';
import { at } from '../../support/at.ts';
import { commitAsUser, openDatabase, setRole, type TestDatabase } from '../../support/database.ts';
import type { Seat } from '../../support/front-desk.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { rpcRows, value } from '../../support/rpc.ts';
import { backendOf, waitsForLock, withConnections } from '../../support/several-connections.ts';
import { dropRules, load, someDay } from './integrity-damages.ts';
import { type IntegrityDesk, openIntegrityDesk } from './integrity-desk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await dropRules(database);
});
afterAll(() => database.close());

/** A group of one seat in which six patients stand in line. */
async function queue({ desk }: IntegrityDesk) {
  const [group, patients] = [await desk.group(1), await desk.patients(6)];
  return { group, patients, enrollments: await desk.enroll(group, patients) };
}
const places = (seats: Seat[]) => seats.map((seat) => seat.waitlist_position);
const setPlaces = async (enrollments: string[], wanted: (number | null)[]) => {
  for (const [index, place] of wanted.entries()) {
    const sql = 'update public.pm_group_enrollments set waitlist_position = $2 where id = $1';
    await load(database, sql, [enrollments[index + 1], place]);
  }
};

test.each<[string, (number | null)[], number[]]>([
  ['gaps', [2, 4, 9, 11, 12], [1, 2, 3, 4, 5]],
  ['gaps in another order', [20, 2, 12, 9, 4], [5, 1, 4, 3, 2]],
  ['doubles: who waits longer is first', [1, 1, 2, 2, 2], [1, 2, 3, 4, 5]],
  ['no place: after all who have one', [null, 1, 2, null, 3], [4, 1, 2, 5, 3]],
  ['no place, doubles and gaps', [null, 7, 7, 3, null], [4, 2, 3, 1, 5]],
])('a waitlist with %s is in order again', async (_, broken, mended) => {
  const integrity = await openIntegrityDesk(database);
  const { group, enrollments } = await queue(integrity);
  await setPlaces(enrollments, broken);
  expect(await integrity.check(true)).toMatchObject([{ entity_id: group, is_fixed: true }]);
  expect(places(await integrity.desk.seats(group))).toEqual([null, ...mended]);
  expect(await integrity.check()).toEqual([]);
});

test('the seat of a deleted patient goes to who waits first, and the log says why', async () => {
  const { desk, auditor, check } = await openIntegrityDesk(database);
  const [group, patients] = [await desk.group(1), await desk.patients(3)];
  await desk.enroll(group, patients);
  await load(database, 'update public.pm_patients set deleted_at = now() where id = $1', [patients[0]]);
  const [finding] = await check(true);
  expect(finding).toMatchObject({ is_fixed: true, group_definition_id: group, patient_id: patients[0] });
  expect((await desk.line(group)).seated).toEqual([patients[1]]);
  expect(await desk.log(group, 'patient_disenrolled', 'patient_promoted', 'integrity_repaired')).toMatchObject([
    { patient_id: patients[0], performed_by: auditor, metadata: { reason: 'Patient record deleted' } },
    { patient_id: patients[1], metadata: { cause: { rule: 'seat_freed' } } },
    { patient_id: patients[0], metadata: { check: 'deleted_patient_enrolled', detail: finding?.detail } },
  ]);
});

test('too many seats are told with the reason where the log knows one', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const group = await desk.group(3, { name: 'A "quoted" group' });
  const enrollments = await desk.enroll(group, await desk.patients(3));
  await desk.pool.query('update public.pm_group_definitions set max_capacity = 2 where id = $1', [group]);
  const told = at(await check(), 0);
  expect(told.severity).toBe('warning');
  expect(told.detail).toMatch(
    /^"A "quoted" group" has 3 patients on 2 seats: the capacity was lowered from 3 to 2 on \w{3} \d{1,2}, \d{4}\.$/,
  );
  await desk.ask('pm_disenroll_patient', { enrollment_id: enrollments[0] });
  expect(await check()).toEqual([]);
});

test.each([
  ['lost', 'delete from private.schedule_claims where session_id = $1'],
  ['of another room', "update private.schedule_claims set resource = 'elsewhere' where session_id = $1"],
  ['of another time', "update private.schedule_claims set during = '[2099-01-01,2099-01-02)' where session_id = $1"],
])('claims %s: after the repair the room cannot be taken twice', async (_, sql) => {
  const { desk, check } = await openIntegrityDesk(database);
  const group = await desk.group(5);
  const room = { session_date: someDay, location: 'Room 1' };
  const session = await createSession(desk.pool, desk.clinic.id, group, room);
  await load(database, sql, [session]);
  expect(await check(true)).toMatchObject([{ check_key: 'session_claims_off', entity_id: session, is_fixed: true }]);
  expect(await check()).toEqual([]);
  expect(await codeOf(createSession(desk.pool, desk.clinic.id, group, { ...room, location: 'ROOM 1' }))).toBe(
    'SCHEDULE_CONFLICT',
  );
});

test('a cancelled session that still claims its room lets go of it', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const group = await desk.group(5);
  const room = { session_date: someDay, location: 'Room 1' };
  const session = await createSession(desk.pool, desk.clinic.id, group, room);
  const cancel = "update public.pm_group_schedule set status = 'cancelled', cancellation_reason = 'Snow' where id = $1";
  await load(database, cancel, [session]);
  expect(await check(true)).toMatchObject([{ check_key: 'session_claims_off', is_fixed: true }]);
  await createSession(desk.pool, desk.clinic.id, group, room);
  expect(await check()).toEqual([]);
});

test('a session that is at another instant than its wall clock says is moved there, with its claims', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const columns = { session_date: someDay, location: 'Room 1' };
  const session = await createSession(desk.pool, desk.clinic.id, await desk.group(5), columns);
  const instants = 'select array[starts_at, ends_at] from public.pm_group_schedule where id = $1';
  const before = await value(desk.pool, instants, [session]);
  const later =
    "update public.pm_group_schedule set starts_at = starts_at + '1 h', ends_at = ends_at + '1 h' where id = $1";
  await load(database, later, [session]);
  const fixed = await check(true);
  expect(fixed.map((finding) => [finding.check_key, finding.is_fixed])).toEqual([
    ['session_claims_off', true],
    ['session_instant_off', true],
  ]);
  expect(await value(desk.pool, instants, [session])).toEqual(before);
  expect(await check()).toEqual([]);
});

test('a session that has begun keeps the instant at which it began', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  await createSession(desk.pool, desk.clinic.id, await desk.group(5), { session_date: '2020-06-03' });
  await desk.pool.query("update public.pf_organizations set timezone = 'Asia/Kolkata' where id = $1", [desk.clinic.id]);
  expect(await check(true)).toEqual([]);
});

test('a member gets the profile that sign-up would have made; without an account there is nothing to make it of', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const { staff, front_desk } = desk.clinic.people;
  for (const person of [staff, front_desk]) {
    await load(database, 'delete from public.pf_profiles where id = $1', [person]);
  }
  await load(database, 'delete from auth.users where id = $1', [front_desk]);
  const found = new Map((await check(true)).map((finding) => [finding.entity_id, finding]));
  expect(found.get(front_desk)).toMatchObject({ is_fixable: false, is_fixed: false });
  expect(found.get(staff)).toMatchObject({ is_fixable: true, is_fixed: true });
  const profile = await value(
    desk.pool,
    `select jsonb_build_object('name', profile.full_name, 'same_email', profile.email = account.email)
     from public.pf_profiles profile join auth.users account using (id) where profile.id = $1`,
    [staff],
  );
  expect(profile).toEqual({ name: 'The staff', same_email: true });
});

test('organization admins get back every permission that they lack', async () => {
  const { desk, check, repairs } = await openIntegrityDesk(database);
  const { org_admin } = desk.clinic.roles;
  const held = () =>
    value<number>(desk.pool, '(select count(*)::integer from public.pf_role_permissions where role_id = $1)', [
      org_admin,
    ]);
  const all = await held();
  await load(database, 'delete from public.pf_role_permissions where role_id = $1', [org_admin]);
  expect(await check(true)).toHaveLength(all);
  expect(await held()).toBe(all);
  expect(new Set((await repairs()).map((repair) => repair.check))).toEqual(new Set(['org_admin_lacks_permission']));
  expect(await check()).toEqual([]);
});

test('a group without its code gets one that no other group has', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const dated = { name: 'Morning Group', start_date: '2026-03-01', time_period: 'AM' };
  const ids = [
    await createGroup(desk.pool, desk.clinic.id, dated),
    await createGroup(desk.pool, desk.clinic.id, dated),
    await createGroup(desk.pool, desk.clinic.id, dated),
  ];
  const sql = 'update public.pm_group_definitions set group_code = null where id = any ($1)';
  await load(database, sql, [ids.slice(1)]);
  expect(await check(true)).toMatchObject([{ is_fixed: true }, { is_fixed: true }]);
  const codes = 'array(select group_code from public.pm_group_definitions where organization_id = $1 order by 1)';
  expect(await value(desk.pool, codes, [desk.clinic.id])).toEqual(['260301AMMOP', '260301AMMOP-2', '260301AMMOP-3']);
});

test('two people who repair at once: one does, the other waits and finds nothing', async () => {
  const integrity = await openIntegrityDesk(database);
  const { desk, auditor, repairs } = integrity;
  const { enrollments } = await queue(integrity);
  await setPlaces(enrollments, [2, 2, 9, null, 12]);
  const repair = (client: pg.ClientBase) =>
    rpcRows(client, 'pm_validate_integrity', { organization_id: desk.clinic.id, fix: true });
  const answers = await withConnections(database.url, 1, async ([first]) => {
    if (first === undefined) throw new Error('No connection');
    await first.query('begin');
    await setRole(first, 'authenticated', { sub: auditor });
    const found = await repair(first);
    let second = 0;
    const other = commitAsUser(desk.pool, desk.clinic.people.org_admin, async (client) => {
      second = await backendOf(client);
      return repair(client);
    });
    expect(await waitUntil(async () => second !== 0 && (await waitsForLock(desk.pool, second)), 10_000)).toBe(true);
    await first.query('commit');
    return [found.length, (await other).length];
  });
  expect(answers).toEqual([1, 0]);
  expect(await repairs()).toHaveLength(1);
});
