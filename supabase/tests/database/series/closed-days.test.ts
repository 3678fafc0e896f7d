import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';
import { createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { at, openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
const thursdays = ['2026-11-19', '2026-11-26', '2026-12-03'];
const close = (closed_on: string, name: string, by = world.clinic.people.org_admin, organization = world.clinic.id) =>
  commitAsUser(world.database.pool, by, (client) =>
    client.query('insert into public.pm_closed_days (organization_id, closed_on, name) values ($1, $2, $3)', [
      organization,
      closed_on,
      name,
    ]),
  );

beforeAll(async () => {
  world = await openSeriesClinic();
  await close('2026-11-26', 'Thanksgiving');
  // Another clinic's days close nothing here.
  const other = await createOrganization(world.database.pool);
  await close('2026-12-03', 'Elsewhere', other.people.org_admin, other.id);
});
afterAll(() => world.database.close());

test('a series stops at a closed day, whose name is told', async () => {
  const preview = await world.preview(thursdays);
  expect(preview.map((row) => row.conflicts)).toEqual([
    [],
    [expect.objectContaining({ kind: 'closed_day', resource: 'Thanksgiving', session_id: null })],
    [],
  ]);
  expect(await refusalOf(world.schedule(thursdays))).toMatchObject({
    ...{ code: 'CLOSED_DAY', sqlstate: 'PT409' },
    detail: '1 of 3 dates cannot be kept. The clinic is closed on Thu, Nov 26, 2026: Thanksgiving.',
  });
});

test('with skip_conflicts it is left out; with another conflict the code of the whole is SCHEDULE_CONFLICT', async () => {
  const saved = await world.schedule(thursdays, { skip_conflicts: true, location: 'Room 1' });
  expect(saved.created.map((session) => session.session_date)).toEqual(thursdays.toSpliced(1, 1));
  expect(saved.skipped).toEqual([
    {
      ...{ session_date: '2026-11-26', error: 'CLOSED_DAY' },
      detail: 'The clinic is closed on Thu, Nov 26, 2026: Thanksgiving.',
    },
  ]);
  expect(await codeOf(world.schedule(thursdays, { location: 'Room 1' }))).toBe('SCHEDULE_CONFLICT');
});

test('on_closed_day keeps the date, and moving away from it or onto it is judged where it lands', async () => {
  const onClosedDay = [{ session_date: '2026-11-26', on_closed_day: true }];
  expect((await world.preview(thursdays, { changes: onClosedDay })).flatMap((row) => row.conflicts)).toEqual([]);
  expect((await world.schedule(thursdays, { changes: onClosedDay })).created).toHaveLength(3);
  const away = [{ session_date: '2026-11-26', moved_to: '2026-11-25' }];
  expect((await world.schedule(thursdays, { changes: away })).created).toHaveLength(3);
  const onto = [{ session_date: '2026-11-19', moved_to: '2026-11-26' }];
  expect(await codeOf(world.schedule(['2026-11-19'], { changes: onto }))).toBe('CLOSED_DAY');
});

test('scheduling anyway is about people and rooms; the clinic stays closed', async () => {
  const changes = [{ session_date: '2026-11-26', conflict_override: true }];
  expect(await codeOf(world.schedule(['2026-11-26'], { changes }))).toBe('CLOSED_DAY');
});

test('closed days refuse no single session and cancel none', async () => {
  const id = await createSession(world.database.pool, world.clinic.id, world.group, { session_date: '2026-11-27' });
  await close('2026-11-27', 'Flood');
  const { rows } = await world.database.pool.query('select status from public.pm_group_schedule where id = $1', [id]);
  expect(rows).toEqual([{ status: 'scheduled' }]);
});

test('a change of the series keeps sessions that are on a closed day already, and moves none onto one', async () => {
  const changes = [{ session_date: '2026-11-26', on_closed_day: true }];
  const { created } = await world.schedule(thursdays, { changes });
  const chosen = at(created, 0).id;
  expect((await world.change(chosen, 'following', { location: 'Room 5' })).changed).toHaveLength(3);
  expect((await world.change(chosen, 'following', { start_time: '13:00', end_time: '14:00' })).changed).toHaveLength(3);
  // A week on, the first would land on Thanksgiving.
  expect(await refusalOf(world.change(chosen, 'following', { days: 7 }))).toMatchObject({
    ...{ code: 'CLOSED_DAY', detail: expect.stringContaining('1 of 3 dates cannot be kept.') },
  });
  const moved = await world.change(chosen, 'following', { days: 7 }, true);
  expect(moved.skipped).toMatchObject([{ session_id: chosen, error: 'CLOSED_DAY' }]);
  expect(moved.changed.map((session) => session.session_date)).toEqual(['2026-12-03', '2026-12-10']);
});

test('closed days are written by those who edit the organization, and the audit log says so', async () => {
  const { facilitator, org_admin } = world.clinic.people;
  expect(await codeOf(close('2027-01-01', 'New Year', facilitator))).toBe('42501');
  for (const name of ['', '   ', 'x'.repeat(101)]) {
    expect((await refusalOf(close('2027-01-01', name))).constraint).toBe('pm_closed_days_name_length');
  }
  expect((await refusalOf(close('2200-01-01', 'Far'))).constraint).toBe('pm_closed_days_closed_on_range');
  expect((await refusalOf(close('2026-11-26', 'Again'))).constraint).toBe('pm_closed_days_pkey');
  await close('2027-01-01', 'New Year');
  await commitAsUser(world.database.pool, org_admin, async (client) => {
    await client.query("update public.pm_closed_days set name = 'New Year’s Day' where closed_on = '2027-01-01'");
    await client.query("delete from public.pm_closed_days where closed_on = '2027-01-01'");
  });
  const { rows } = await world.database.pool.query(
    `select action, performed_by, changes -> 'name' as name from public.pf_audit_log
     where target_table = 'pm_closed_days' and target ->> 'closed_on' = '2027-01-01' order by id`,
  );
  expect(rows).toEqual([
    { action: 'insert', performed_by: org_admin, name: { from: null, to: 'New Year' } },
    { action: 'update', performed_by: org_admin, name: { from: 'New Year', to: 'New Year’s Day' } },
    { action: 'delete', performed_by: org_admin, name: { from: 'New Year’s Day', to: null } },
  ]);
});
