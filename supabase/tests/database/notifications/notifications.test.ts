import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at } from '../../support/at.ts';
import { asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember } from '../../support/organization.ts';
import { createGroup, createSession } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { asPatient, joinAs, openRoom, readSession, seatedGroup, sessionIn } from '../participation/room.ts';

interface Notification {
  kind: string;
  user_id: string;
  session_id: string | null;
  patient_id: string | null;
  enrollment_id: string | null;
  payload: Record<string, unknown>;
}

let database: TestDatabase;
let desk: Desk;
let facilitator: string;
let coFacilitator: string;
let admin: string;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await openRoom(database);
  ({ facilitator, org_admin: admin } = desk.clinic.people);
  coFacilitator = await addMember(desk.pool, desk.clinic.id, desk.clinic.roles.facilitator, 'SECRET colleague');
});

const ledGroup = (columns: Record<string, unknown> = {}) =>
  createGroup(desk.pool, desk.clinic.id, {
    ...{ name: 'SECRET group', facilitator_id: facilitator, co_facilitator_id: coFacilitator },
    ...columns,
  });
/** All of the organization, in the order in which they were written. */
async function told(kind?: string): Promise<Notification[]> {
  const { rows } = await desk.pool.query<Notification>(
    'select * from public.pf_notifications where organization_id = $1 and kind = coalesce($2, kind) order by id',
    [desk.clinic.id, kind],
  );
  expect(JSON.stringify(rows.map(({ payload }) => payload))).not.toContain('SECRET');
  return rows;
}
const recipients = (list: Notification[]) => list.map(({ user_id }) => user_id).sort();
const sorted = (...people: string[]) => [...people].sort();
const change = (id: string, set: string, by = admin) =>
  commitAsUser(desk.pool, by, (client) =>
    client.query(`update public.pm_group_schedule set ${set} where id = $1`, [id]),
  );
const switchOff = (kind: string, by: string) =>
  commitAsUser(desk.pool, by, (client) =>
    client.query(
      'insert into public.pf_notification_settings (organization_id, kind, is_enabled) values ($1, $2, false)',
      [desk.clinic.id, kind],
    ),
  );

test('a cancelled session: whoever leads it, with the reason, and not who cancelled it', async () => {
  const group = await ledGroup();
  const id = await sessionIn(desk, group, 600);
  await desk.ask('pm_cancel_session', { session_id: id, reason: 'Snow' }, facilitator);
  const list = await told();
  expect(list).toMatchObject([
    {
      kind: 'session_cancelled',
      user_id: coFacilitator,
      session_id: id,
      payload: { reason: 'Snow', session_date: expect.any(String), start_time: expect.any(String) },
    },
  ]);
});

test('a moved session: who leads it and who led it before, with the old and the new time; notes tell nobody', async () => {
  const group = await ledGroup();
  const id = await createSession(desk.pool, desk.clinic.id, group, { session_date: '2031-05-05', location: 'Room 1' });
  await change(id, "notes = 'SECRET notes'");
  expect(await told()).toEqual([]);
  const { staff } = desk.clinic.people;
  await change(id, `start_time = '08:00', location = 'Room 2', facilitator_id = '${staff}'`);
  const list = await told('session_rescheduled');
  expect(recipients(list)).toEqual(sorted(facilitator, coFacilitator, staff));
  expect(at(list, 0).payload).toEqual({
    from: { session_date: '2031-05-05', start_time: '09:00:00', end_time: '10:00:00', location: 'Room 1' },
    to: { session_date: '2031-05-05', start_time: '08:00:00', end_time: '10:00:00', location: 'Room 2' },
  });
});

test('who does not want to be told is not, who is suspended neither, and another organization never', async () => {
  const other = await openDesk(database);
  await switchOff('session_cancelled', facilitator);
  await desk.pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [coFacilitator]);
  const id = await sessionIn(desk, await ledGroup(), 600);
  await desk.ask('pm_cancel_session', { session_id: id, reason: 'Snow' });
  expect(await told()).toEqual([]);
  const { rows } = await desk.pool.query('select from public.pf_notifications where organization_id = $1', [
    other.clinic.id,
  ]);
  expect(rows).toEqual([]);
  await commitAsUser(desk.pool, facilitator, (client) =>
    client.query('update public.pf_notification_settings set is_enabled = true'),
  );
  const again = await sessionIn(desk, await ledGroup(), 900);
  await desk.ask('pm_cancel_session', { session_id: again, reason: 'Snow' });
  expect(recipients(await told())).toEqual([facilitator]);
});

test('approval: asked of those who may decide, answered to whoever leads the session and to who asked', async () => {
  const group = await ledGroup({ session_approval_required: true });
  const second = await addMember(desk.pool, desk.clinic.id, desk.clinic.roles.org_admin);
  const ask = (day: string) =>
    commitAsUser(desk.pool, facilitator, (client) =>
      createSession(client, desk.clinic.id, group, { session_date: day }),
    );
  const granted = await ask('2031-05-05');
  expect(recipients(await told('approval_requested'))).toEqual(sorted(admin, second));
  await desk.ask('pm_approve_session', { session_id: granted });
  expect(recipients(await told('approval_granted'))).toEqual(sorted(facilitator, coFacilitator));
  const rejected = await ask('2031-05-06');
  await desk.ask('pm_reject_session', { session_id: rejected, reason: 'Too late' });
  const list = await told('approval_rejected');
  expect(recipients(list)).toEqual(sorted(facilitator, coFacilitator));
  expect(at(list, 0)).toMatchObject({ session_id: rejected, payload: { reason: 'Too late' } });
  expect(await told('session_cancelled')).toEqual([]);
});

test('a seat that comes free: the facilitators and who put the patient on the waitlist', async () => {
  const group = await ledGroup({ max_capacity: 1 });
  const [first = '', second = ''] = await desk.patients(2);
  const by = desk.clinic.people.front_desk;
  const seat = await desk.ask<{ id: string }>('pm_enroll_patient', { group_definition_id: group, patient_id: first });
  const waiting = await desk.ask<{ id: string }>(
    'pm_enroll_patient',
    { group_definition_id: group, patient_id: second },
    by,
  );
  expect(await told()).toEqual([]);
  await desk.ask('pm_disenroll_patient', { enrollment_id: seat.id, reason: 'Done' });
  const list = await told('patient_promoted');
  expect(recipients(list)).toEqual(sorted(facilitator, coFacilitator, by));
  expect(at(list, 0)).toMatchObject({ patient_id: second, enrollment_id: waiting.id, payload: { rule: 'seat_freed' } });
});

test('answers that may mean danger reach whoever leads the session, whatever they have switched off', async () => {
  for (const kind of ['response_flagged', 'anything']) {
    expect(await refusalOf(switchOff(kind, facilitator))).toMatchObject({
      code: '23514',
      constraint: 'pf_notification_settings_kind_check',
    });
  }
  await switchOff('session_cancelled', facilitator);
  const renamed = commitAsUser(desk.pool, facilitator, (client) =>
    client.query("update public.pf_notification_settings set kind = 'response_flagged'"),
  );
  expect(await codeOf(renamed)).toBe('23514');
  const { group, patients } = await seatedGroup(desk, 2, {
    facilitator_id: facilitator,
    co_facilitator_id: coFacilitator,
  });
  const questions = [{ id: 'harm', type: 'scale', text: 'SECRET?', min: 0, max: 3, flag_above: 0 }];
  const id = await sessionIn(desk, group, -10, { status: 'active', questions_data: JSON.stringify({ questions }) });
  const { share_token } = await readSession(desk, id);
  const answer = async (patient: string, harm: number) => {
    const { participant_token } = await joinAs(desk, share_token, patient);
    await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { harm } });
  };
  await answer(at(patients, 0), 0);
  expect(await told('response_flagged')).toEqual([]);
  await answer(at(patients, 1), 1);
  const list = await told('response_flagged');
  expect(recipients(list)).toEqual(sorted(facilitator, coFacilitator));
  expect(at(list, 0)).toMatchObject({ session_id: id, patient_id: patients[1], payload: { question_ids: ['harm'] } });
});

test('in a session that nobody leads, everybody who takes attendance is told of such answers', async () => {
  const { group, patients } = await seatedGroup(desk, 1);
  const questions = [{ id: 'harm', type: 'scale', text: '?', min: 0, max: 3, flag_above: 0 }];
  const id = await sessionIn(desk, group, -10, { status: 'active', questions_data: JSON.stringify({ questions }) });
  const { participant_token } = await joinAs(desk, (await readSession(desk, id)).share_token, at(patients, 0));
  await asPatient(desk.pool, 'pm_submit_answers', { participant_token, answers: { harm: 3 } });
  expect(recipients(await told('response_flagged'))).toEqual(sorted(admin, facilitator, coFacilitator));
});

test('one reads and marks one’s own, and nothing else can be changed', async () => {
  const id = await sessionIn(desk, await ledGroup(), 600);
  await desk.ask('pm_cancel_session', { session_id: id, reason: 'Snow' });
  const seen = (by: string) =>
    asUser(
      desk.pool,
      by,
      async (client) => (await client.query<Notification>('select * from public.pf_notifications')).rows,
    );
  expect(recipients(await seen(facilitator))).toEqual([facilitator]);
  expect(await seen(admin)).toEqual([]);
  const marked = await commitAsUser(desk.pool, facilitator, (client) =>
    client.query('update public.pf_notifications set read_at = now()'),
  );
  expect(marked.rowCount).toBe(1);
  for (const set of ["payload = '{}'", `user_id = '${admin}'`, "kind = 'patient_promoted'"]) {
    const changed = commitAsUser(desk.pool, facilitator, (client) =>
      client.query(`update public.pf_notifications set ${set}`),
    );
    expect(await codeOf(changed)).toBe('42501');
  }
  await desk.pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [facilitator]);
  expect(await seen(facilitator)).toEqual([]);
});
