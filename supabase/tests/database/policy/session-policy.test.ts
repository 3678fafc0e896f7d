import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRole, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { readSession } from '../participation/room.ts';

let database: TestDatabase;
let desk: Desk;
/** May create sessions and nothing else. */
let scheduler: string;

beforeAll(async () => {
  database = await openDatabase();
  desk = await openDesk(database, 'America/New_York');
  const keys = [
    'pm.group_schedule.view',
    'pm.group_schedule.create',
    'pm.group_schedule.edit',
    'pm.group_definitions.view',
  ];
  const role = await addRole(desk.pool, desk.clinic.id, 'scheduler', keys);
  scheduler = await addMember(desk.pool, desk.clinic.id, role);
});
afterAll(() => database.close());

const group = (columns: Record<string, unknown> = {}) => createGroup(desk.pool, desk.clinic.id, columns);
/** Schedules as REST does. Returns the session's id. */
const schedule = (group_id: string, by: string, session_date: string, start_time = '09:00', end_time = '10:00') =>
  commitAsUser(desk.pool, by, (client) =>
    createSession(client, desk.clinic.id, group_id, { session_date, start_time, end_time }),
  );
const move = (id: string, by: string, set: string) =>
  commitAsUser(desk.pool, by, (client) =>
    client.query(`update public.pm_group_schedule set ${set} where id = $1`, [id]),
  );
const slots = (...list: [days: number[], start: string, end: string][]) =>
  JSON.stringify(list.map(([days, start, end]) => ({ days, start, end })));

describe('who may create sessions', () => {
  test.each<[string, string[]]>([
    ['owner', ['facilitator']],
    ['admin', ['org_admin']],
    ['all_members', ['facilitator', 'org_admin', 'scheduler']],
  ])('%s: %j', async (session_creation_permission, allowed) => {
    const { facilitator, org_admin, front_desk } = desk.clinic.people;
    const id = await group({ session_creation_permission, co_facilitator_id: facilitator });
    const callers = { facilitator, org_admin, scheduler };
    // Years of their own: the facilitator cannot be in two groups at once.
    const year = 2030 + session_creation_permission.length;
    for (const [place, [name, by]] of Object.entries(callers).entries()) {
      const made = schedule(id, by, `${year}-05-${10 + place}`);
      if (allowed.includes(name)) expect(await made).toEqual(expect.any(String));
      else
        expect(await refusalOf(made)).toMatchObject({
          code: 'SESSION_CREATION_NOT_ALLOWED',
          sqlstate: 'PT403',
          detail: expect.stringContaining('"Group"'),
        });
      if (allowed.includes(name)) continue;
      const instant = commitAsUser(desk.pool, by, (client) =>
        client.query('select public.pm_create_group_session($1)', [id]),
      );
      expect(await codeOf(instant)).toBe('SESSION_CREATION_NOT_ALLOWED');
    }
    // The permission is needed in any case.
    expect(await codeOf(schedule(id, front_desk, '2031-05-20'))).toMatch(/^(42501|SESSION_CREATION_NOT_ALLOWED)$/);
  });

  test('others still move, start and cancel what is on the calendar', async () => {
    const id = await group({ session_creation_permission: 'owner', facilitator_id: desk.clinic.people.facilitator });
    const session = await schedule(id, desk.clinic.people.facilitator, '2031-06-01');
    await move(session, scheduler, "start_time = '08:00'");
    await desk.ask('pm_start_session', { session_id: session }, scheduler);
  });
});

describe('notice and slots', () => {
  test('notice counts in hours from now; a later time is free, and instant sessions are exempt', async () => {
    const id = await group({ advance_notice_hours: 48 });
    const soon = await desk.pool.query<{ day: string }>('select (private.organization_today($1) + 1)::text as day', [
      desk.clinic.id,
    ]);
    const later = await desk.pool.query<{ day: string }>('select (private.organization_today($1) + 4)::text as day', [
      desk.clinic.id,
    ]);
    const [tomorrow = '', inFour = ''] = [soon.rows[0]?.day, later.rows[0]?.day];
    const refusal = await refusalOf(schedule(id, scheduler, tomorrow));
    expect(refusal).toMatchObject({
      code: 'ADVANCE_NOTICE_REQUIRED',
      sqlstate: 'PT409',
      detail: expect.stringContaining('48 hours'),
    });
    const session = await schedule(id, scheduler, inFour);
    expect(await codeOf(move(session, scheduler, `session_date = '${tomorrow}'`))).toBe('ADVANCE_NOTICE_REQUIRED');
    await move(session, scheduler, "notes = 'Bring water'");
    await desk.ask('pm_start_instant_session', { group_definition_id: id, conflict_override: false }, scheduler);
  });

  // 2031-05-12 is a Monday.
  test.each<[string, string, string, boolean]>([
    ['2031-05-12', '08:00', '12:00', true],
    ['2031-05-12', '08:00', '12:01', false],
    ['2031-05-12', '07:59', '09:00', false],
    ['2031-05-12', '11:00', '14:00', false],
    ['2031-05-13', '09:00', '10:00', false],
    ['2031-05-17', '22:00', '23:59', true],
    ['2031-05-17', '23:00', '24:00', true],
    ['2031-05-17', '19:59', '23:00', false],
  ])('on %s, %s to %s: %s', async (day, start, end, isAllowed) => {
    const id = await group({
      allowed_time_slots: slots([[1, 3], '08:00', '12:00'], [[1], '13:00', '15:00'], [[6], '20:00', '24:00']),
    });
    const made = schedule(id, scheduler, day, start, end);
    if (isAllowed) expect(await made).toEqual(expect.any(String));
    else
      expect(await refusalOf(made)).toMatchObject({
        code: 'TIME_SLOT_NOT_ALLOWED',
        detail: expect.stringContaining('Mon, Wed 08:00-12:00; Mon 13:00-15:00; Sat 20:00-24:00'),
      });
  });

  test('slots are wall clock, also on the nights on which the clocks change', async () => {
    const id = await group({ allowed_time_slots: slots([[7], '00:30', '04:00']) });
    for (const day of ['2031-03-09', '2031-11-02']) {
      expect(await schedule(id, scheduler, day, '00:30', '04:00')).toEqual(expect.any(String));
      expect(await codeOf(schedule(id, scheduler, day, '03:30', '04:30'))).toBe('TIME_SLOT_NOT_ALLOWED');
    }
  });

  test.each<[string, unknown]>([
    ['no list', {}],
    ['no object', ['08:00']],
    ['no days', [{ days: [], start: '08:00', end: '12:00' }]],
    ['an eighth day', [{ days: [8], start: '08:00', end: '12:00' }]],
    ['days in words', [{ days: ['Mon'], start: '08:00', end: '12:00' }]],
    ['no end', [{ days: [1], start: '08:00' }]],
    ['backwards', [{ days: [1], start: '12:00', end: '08:00' }]],
    ['of no length', [{ days: [1], start: '12:00', end: '12:00' }]],
    ['25:00', [{ days: [1], start: '12:00', end: '25:00' }]],
    ['from 24:00', [{ days: [1], start: '24:00', end: '24:00' }]],
    ['seconds', [{ days: [1], start: '12:00:00', end: '13:00:00' }]],
    ['a key too many', [{ days: [1], start: '12:00', end: '13:00', room: 'A' }]],
  ])('slots that are none: %s', async (_what, allowed) => {
    const { constraint, code } = await refusalOf(group({ allowed_time_slots: JSON.stringify(allowed) }));
    expect(code).toBe('23514');
    expect(constraint).toMatch(/^pm_group_definitions_allowed_time_slots_(form|array)$/);
  });

  test('a series says beforehand which dates break the policy, and leaves these out if told to', async () => {
    const id = await group({ allowed_time_slots: slots([[1], '08:00', '12:00']), advance_notice_hours: 8760 });
    // A day within the year of notice, then a Monday and a Tuesday far away.
    const { rows } = await desk.pool.query<{ day: string }>(
      'select (private.monday_of(private.organization_today($1)) + 14)::text as day',
      [desk.clinic.id],
    );
    const session_dates = [rows[0]?.day ?? '', '2031-05-12', '2031-05-13'];
    const values = { group_definition_id: id, session_dates, start_time: '09:00', end_time: '10:00' };
    const preview = await desk.list<{ session_date: string; conflicts: { kind: string }[] }>(
      'pm_preview_series',
      values,
      scheduler,
    );
    expect(preview.map(({ conflicts }) => conflicts.map(({ kind }) => kind))).toEqual([
      ['advance_notice'],
      [],
      ['time_slot'],
    ]);
    const series = { ...values, recurrence_rule: null };
    expect((await desk.refused('pm_schedule_series', series, scheduler)).code).toMatch(
      /^(ADVANCE_NOTICE_REQUIRED|TIME_SLOT_NOT_ALLOWED|SCHEDULE_CONFLICT)$/,
    );
    const made = await desk.ask<{ created: unknown[]; skipped: { session_date: string; error: string }[] }>(
      'pm_schedule_series',
      { ...series, skip_conflicts: true },
      scheduler,
    );
    expect(made.created.length).toBe(1);
    expect(made.skipped.map(({ session_date, error }) => [session_date, error])).toEqual([
      [session_dates[0], 'ADVANCE_NOTICE_REQUIRED'],
      ['2031-05-13', 'TIME_SLOT_NOT_ALLOWED'],
    ]);
  });

  test('the secret key is bound by none of it', async () => {
    const id = await group({
      ...{ session_creation_permission: 'owner', advance_notice_hours: 8760, session_approval_required: true },
      allowed_time_slots: slots([[1], '08:00', '12:00']),
    });
    const { rows } = await asRole(desk.pool, 'service_role', {}, async (client) => {
      const session = await createSession(client, desk.clinic.id, id, { session_date: '2026-03-03' });
      return client.query('select approval_status from public.pm_group_schedule where id = $1', [session]);
    });
    expect(rows).toEqual([{ approval_status: 'approved' }]);
  });
});

describe('approval', () => {
  const led = () => group({ session_approval_required: true, facilitator_id: desk.clinic.people.facilitator });
  const state = async (id: string) => {
    const { approval_status, status, cancellation_reason } = await readSession(desk, id);
    return { approval_status, status, cancellation_reason };
  };
  const decide = (name: string, session_id: string, by?: string) =>
    desk.ask(name, name === 'pm_reject_session' ? { session_id, reason: 'Too late' } : { session_id }, by);

  test('a new session waits, holds its time and cannot start; once approved it starts; moved, it waits again', async () => {
    const { facilitator } = desk.clinic.people;
    const id = await schedule(await led(), facilitator, '2031-07-01');
    expect(await state(id)).toMatchObject({ approval_status: 'pending', status: 'scheduled' });
    for (const name of ['pm_start_session', 'pm_complete_session']) {
      expect((await desk.refused(name, { session_id: id })).code).toBe('SESSION_NOT_APPROVED');
    }
    expect(await codeOf(schedule(await led(), facilitator, '2031-07-01'))).toBe('SCHEDULE_CONFLICT');
    expect((await desk.refused('pm_approve_session', { session_id: id }, facilitator)).code).toBe('PERMISSION_DENIED');
    await decide('pm_approve_session', id);
    expect(await state(id)).toMatchObject({ approval_status: 'approved', status: 'scheduled' });
    expect((await desk.refused('pm_approve_session', { session_id: id })).code).toBe('INVALID_TRANSITION');
    await move(id, facilitator, "start_time = '08:00'");
    expect(await state(id)).toMatchObject({ approval_status: 'pending' });
    await decide('pm_approve_session', id);
    await desk.ask('pm_start_session', { session_id: id }, facilitator);
    expect(await state(id)).toMatchObject({ approval_status: 'approved', status: 'active' });
  });

  test('rejected, a session is cancelled with the reason and its time is free', async () => {
    const { facilitator } = desk.clinic.people;
    const id = await schedule(await led(), facilitator, '2031-07-02');
    expect((await desk.refused('pm_reject_session', { session_id: id, reason: ' ' })).code).toBe(
      'CANCELLATION_REASON_REQUIRED',
    );
    await decide('pm_reject_session', id);
    expect(await state(id)).toEqual({
      approval_status: 'rejected',
      status: 'cancelled',
      cancellation_reason: 'Too late',
    });
    expect((await desk.refused('pm_approve_session', { session_id: id })).code).toBe('INVALID_TRANSITION');
    expect(await schedule(await led(), facilitator, '2031-07-02')).toEqual(expect.any(String));
  });

  test('who may edit groups needs no approval, but nobody decides about a session of one’s own', async () => {
    const { org_admin } = desk.clinic.people;
    const free = await schedule(await led(), org_admin, '2031-07-03');
    expect(await state(free)).toMatchObject({ approval_status: 'approved' });
    const own = await group({ session_approval_required: true, co_facilitator_id: org_admin });
    const id = await schedule(own, org_admin, '2031-07-04');
    expect(await state(id)).toMatchObject({ approval_status: 'pending' });
    for (const name of ['pm_approve_session', 'pm_reject_session']) {
      const values = name === 'pm_reject_session' ? { session_id: id, reason: 'x' } : { session_id: id };
      expect((await desk.refused(name, values)).code).toBe('PERMISSION_DENIED');
    }
  });

  test('nobody writes the approval by REST, and nothing starts at once', async () => {
    const { facilitator, org_admin } = desk.clinic.people;
    const definition = await led();
    const id = await schedule(definition, facilitator, '2031-07-05');
    for (const by of [facilitator, org_admin])
      expect(await codeOf(move(id, by, "approval_status = 'approved'"))).toBe('42501');
    expect(await codeOf(move(id, facilitator, "status = 'active'"))).toBe('SESSION_NOT_APPROVED');
    expect(
      (await desk.refused('pm_start_instant_session', { group_definition_id: definition }, facilitator)).code,
    ).toBe('SESSION_NOT_APPROVED');
  });

  test('another tenant’s session does not exist', async () => {
    const away = await openDesk(database);
    const id = await schedule(await led(), desk.clinic.people.facilitator, '2031-07-06');
    expect((await away.refused('pm_approve_session', { session_id: id })).code).toBe('SESSION_NOT_FOUND');
    expect((await away.refused('pm_reject_session', { session_id: id, reason: 'x' })).code).toBe('SESSION_NOT_FOUND');
  });
});

test('whoever may clone a group clones its sessions, whatever it says of who creates them', async () => {
  const id = await group({
    session_creation_permission: 'owner',
    facilitator_id: desk.clinic.people.facilitator,
    start_date: '2031-08-01',
  });
  await schedule(id, desk.clinic.people.facilitator, '2031-08-04');
  const cloned = await desk.ask<Record<string, unknown>>('pm_clone_group', {
    group_definition_id: id,
    start_date: '2031-09-01',
  });
  expect(JSON.stringify(cloned)).not.toContain('SESSION_CREATION_NOT_ALLOWED');
});
