import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addRole, createOrganization } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { codeOf } from '../../support/refusal.ts';
import { datesFrom, openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
let year = 2030;

beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

/** Five weekly sessions in a year of their own, from 9 to 10 in Room 1. */
async function fiveWeeks() {
  year += 1;
  return (await world.schedule(datesFrom(`${year}-02-01`, 5), { location: 'Room 1' })).created;
}

test.each<[string, unknown]>([
  ['nothing', {}],
  ['null', null],
  ['a list', [{ days: 1 }]],
  ['an unknown key', { status: 'cancelled' }],
  ['32 days', { days: 32 }],
  ['minus 32 days', { days: -32 }],
  ['half a day', { days: 0.5 }],
  ['words for days', { days: 'one' }],
  ['a time that is none', { start_time: '25:00' }],
  ['words for an id', { facilitator_id: 'somebody' }],
])('changes that are malformed are refused in words: %s', async (_what, changes) => {
  const [session] = await fiveWeeks();
  expect(await codeOf(world.change(session?.id ?? '', 'all', changes))).toBe('INVALID_INPUT');
  expect(await codeOf(world.previewChange(session?.id ?? '', 'all', changes))).toBe('INVALID_INPUT');
});

test('an end before the start, a wrong rule, a wrong scope, a stranger’s substitute', async () => {
  const [session] = await fiveWeeks();
  const id = session?.id ?? '';
  const stranger = await createOrganization(world.database.pool);
  expect(await codeOf(world.change(id, 'all', { start_time: '10:00' }))).toBe('INVALID_DATE_RANGE');
  expect(await codeOf(world.change(id, 'all', { recurrence_rule: 'sometimes' }))).toBe('INVALID_RECURRENCE_RULE');
  expect(await codeOf(world.change(id, 'this', { days: 1 }))).toBe('INVALID_INPUT');
  expect(await codeOf(world.change(id, 'all', { facilitator_id: stranger.people.staff }))).toBe('INVALID_INPUT');
  const { facilitator } = world.clinic.people;
  const both = { facilitator_id: facilitator, co_facilitator_id: facilitator };
  expect(await codeOf(world.change(id, 'all', both))).toBe('INVALID_INPUT');
});

test('changing takes the permission to edit, previewing the one to view; strangers find nothing', async () => {
  const { pool } = world.database;
  const [session] = await fiveWeeks();
  const id = session?.id ?? '';
  const { staff } = world.clinic.people;
  expect(await world.previewChange(id, 'all', { days: 1 }, staff)).toHaveLength(5);
  expect(await codeOf(world.change(id, 'all', { days: 1 }, false, staff))).toBe('PERMISSION_DENIED');
  const role = await addRole(pool, world.clinic.id, 'series_editor', [
    'pm.group_schedule.view',
    'pm.group_schedule.edit',
  ]);
  const editor = await addMember(pool, world.clinic.id, role);
  await world.change(id, 'all', { days: 1 }, false, editor);
  await pool.query("delete from public.pf_role_permissions where role_id = $1 and permission_key like '%edit'", [role]);
  expect(await codeOf(world.change(id, 'all', { days: 1 }, false, editor))).toBe('PERMISSION_DENIED');
  const stranger = (await createOrganization(pool)).people.org_admin;
  expect(await codeOf(world.change(id, 'all', { days: 1 }, false, stranger))).toBe('SESSION_NOT_FOUND');
  expect(await codeOf(world.previewChange(id, 'all', { days: 1 }, stranger))).toBe('SESSION_NOT_FOUND');
  const single = await createSession(pool, world.clinic.id, world.group, { session_date: '2028-06-01' });
  expect(await codeOf(world.change(single, 'all', { days: 1 }))).toBe('SERIES_NOT_FOUND');
});
