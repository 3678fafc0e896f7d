import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { countRows, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { damages, dropRules, load, someDay } from './integrity-damages.ts';
import { openIntegrityDesk } from './integrity-desk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await dropRules(database);
});
afterAll(() => database.close());

/** Without an organization admin nobody could go on and damage more. */
const inflictable = damages.filter((damage) => damage.check !== 'no_org_admin');

test.each(damages)(
  '$check ($severity) is found, and repaired if it has one right answer: $isFixable',
  async (damage) => {
    const { desk, auditor, check, repairs } = await openIntegrityDesk(database);
    expect(await check()).toEqual([]);
    const [entity, entity_id] = await damage.inflict(desk);
    const expected = {
      ...{ check_key: damage.check, severity: damage.severity, entity, entity_id, is_fixable: damage.isFixable },
      detail: expect.stringMatching(/^\S.*\.$/),
    };
    const before = await countRows(database.pool);
    expect(await check()).toMatchObject([{ ...expected, is_fixed: false }]);
    // Looking changes nothing, a repair leaves one entry, and what has no one right answer is left alone.
    expect(await countRows(database.pool)).toEqual(before);
    expect(await repairs()).toEqual([]);
    expect(await check(true)).toMatchObject([{ ...expected, is_fixed: damage.isFixable }]);
    if (damage.isFixable) {
      expect(await repairs()).toEqual([{ check: damage.check, performed_by: auditor, id: entity_id }]);
      expect(await check()).toEqual([]);
    } else {
      expect(await repairs()).toEqual([]);
      expect(await countRows(database.pool)).toEqual(before);
      expect(await check()).toMatchObject([{ ...expected, is_fixed: false }]);
    }
  },
);

test('nothing is found in an organization in which people did their work', async () => {
  const { desk, check } = await openIntegrityDesk(database);
  const group = await desk.group(2, { start_date: '2026-03-01', time_period: 'AM' });
  const [other, gone] = [await desk.group(3), await desk.group(3)];
  const patients = await desk.patients(6);
  const [first, second, third] = await desk.enroll(group, patients.slice(0, 4));
  await desk.ask('pm_hold_on_waitlist', { enrollment_id: third, reason: 'Away' });
  await desk.ask('pm_disenroll_patient', { enrollment_id: first });
  await desk.ask('pm_transfer_enrollment', { enrollment_id: second, group_definition_id: other });
  const [mistake] = await desk.enroll(other, [at(patients, 4)]);
  await desk.ask('pm_delete_enrollment', { enrollment_id: mistake });
  await desk.ask('pm_restore_enrollment', { enrollment_id: mistake });
  await desk.enroll(gone, [at(patients, 5)]);
  await desk.ask('pm_delete_patient', { patient_id: patients[5] });
  await desk.ask('pm_delete_group_definition', { group_definition_id: gone });
  const sessions: string[] = [];
  for (const session_date of ['2025-03-09', '2025-11-02', someDay, '2099-06-04', '2099-06-05']) {
    const columns = { session_date, location: 'Room 1', facilitator_id: desk.clinic.people.facilitator };
    sessions.push(await createSession(desk.pool, desk.clinic.id, group, columns));
  }
  await desk.ask('pm_complete_session', { session_id: sessions[0] });
  await desk.ask('pm_cancel_session', { session_id: sessions[2], reason: 'Snow' });
  await createSession(desk.pool, desk.clinic.id, other, {
    ...{ session_date: '2099-06-04', location: ' ROOM 1 ', conflict_override: true },
  });
  await desk.pool.query("update public.pf_organizations set timezone = 'Asia/Kolkata' where id = $1", [desk.clinic.id]);
  expect((await check()).filter((finding) => finding.check_key !== 'waitlist_gaps')).toEqual([]);
  await check(true);
  expect(await check()).toEqual([]);
});

test('what is damaged elsewhere is neither found nor touched', async () => {
  const [here, there] = [await openIntegrityDesk(database), await openIntegrityDesk(database)];
  for (const { inflict } of inflictable) await inflict(there.desk);
  const found = await there.check();
  expect(found.length).toBeGreaterThanOrEqual(inflictable.length);
  expect(await here.check(true)).toEqual([]);
  expect(await there.check()).toEqual(found);
  expect(await there.repairs()).toEqual([]);
});

test('all that is damaged at once is repaired at once', async () => {
  const { desk, check, repairs } = await openIntegrityDesk(database);
  for (const { inflict } of inflictable) await inflict(desk);
  const fixable = inflictable.filter((damage) => damage.isFixable).map((damage) => damage.check);
  const fixed = (await check(true)).filter((finding) => finding.is_fixed).map((finding) => finding.check_key);
  expect([...new Set(fixed)].sort()).toEqual([...fixable].sort());
  expect(await repairs()).toHaveLength(fixed.length);
  const left = new Set((await check()).map((finding) => finding.check_key));
  expect(fixable.filter((check_key) => left.has(check_key))).toEqual([]);
});

test('looking takes pf.audit_log.view, repairing pf.organization.edit too', async () => {
  const desk = await openDesk(database);
  const other = await openDesk(database);
  const { id, roles, people } = desk.clinic;
  const looker = await addMember(desk.pool, id, await addRole(desk.pool, id, 'looker', ['pf.audit_log.view']));
  const editor = await addMember(desk.pool, id, await addRole(desk.pool, id, 'editor', ['pf.organization.edit']));
  const suspended = await addMember(desk.pool, id, roles.org_admin, 'Suspended', 'suspended');
  const refused = async (fix: boolean | null, by: string) =>
    (await desk.refused('pm_validate_integrity', { organization_id: id, fix }, by)).code;
  for (const fix of [false, null]) {
    expect(await desk.list('pm_validate_integrity', { organization_id: id, fix }, looker)).toEqual([]);
  }
  expect(await refused(true, looker)).toBe('PERMISSION_DENIED');
  for (const by of [editor, suspended, people.front_desk, other.clinic.people.org_admin]) {
    for (const fix of [false, true]) expect(await refused(fix, by)).toBe('PERMISSION_DENIED');
  }
});

test('a repair that something stands in the way of changes nothing and says that it did not', async () => {
  const { desk, check, repairs } = await openIntegrityDesk(database);
  const { id } = desk.clinic;
  const group = await desk.group(5);
  const room = { session_date: someDay, location: 'Room 1' };
  await createSession(desk.pool, id, group, room);
  // One that was allowed to overlap and is no longer, and one whose instants are at another time than its wall clock.
  const overlapping = await createSession(desk.pool, id, group, { ...room, conflict_override: true });
  await load(database, 'update public.pm_group_schedule set conflict_override = false where id = $1', [overlapping]);
  const moved = await createSession(desk.pool, id, group, { ...room, start_time: '15:00', end_time: '16:00' });
  await load(database, "update public.pm_group_schedule set start_time = '09:00', end_time = '10:00' where id = $1", [
    moved,
  ]);
  const expected = [
    { check_key: 'session_claims_off', entity_id: overlapping, is_fixable: true, is_fixed: false },
    { check_key: 'session_instant_off', entity_id: moved, is_fixable: true, is_fixed: false },
  ];
  const rows = 'select to_jsonb(session) as row from public.pm_group_schedule session where group_definition_id = $1';
  const before = [(await desk.pool.query(rows, [group])).rows, await countRows(desk.pool)];
  expect(await check(true)).toMatchObject(expected);
  expect([(await desk.pool.query(rows, [group])).rows, await countRows(desk.pool)]).toEqual(before);
  expect(await repairs()).toEqual([]);
  expect(await check()).toMatchObject(expected);
});
