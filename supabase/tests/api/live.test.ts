import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Client, type SignedIn, service, signUp } from '../support/api.ts';
import { addGroup, addPatients, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';
import { listen } from '../support/listener.ts';
import { forgeToken, tokenOf } from '../support/raw-request.ts';

const { jwtSecret } = inject('api');
const topicOf = (clinic: Clinic) => `organization:${clinic.id}`;
const ofTable = (table: string) => (message: { payload: Record<string, unknown> }) => message.payload.table === table;

let clinic: Clinic;
let member: SignedIn;
const listening: Client[] = [];

beforeAll(async () => {
  clinic = await createClinic();
  member = await joinClinic(clinic, 'staff');
});
afterEach(async () => {
  await Promise.all(listening.splice(0).map((client) => client.removeAllChannels()));
});

function listenAs({ client }: Pick<SignedIn, 'client'>, topic: string, isPrivate?: boolean) {
  listening.push(client);
  return listen(client, topic, isPrivate);
}

/** A client whose Realtime shows this token. */
async function withToken(token: string): Promise<{ client: Client }> {
  const { client } = await signUp();
  client.realtime.accessToken = () => Promise.resolve(token);
  return { client };
}

describe('a member', () => {
  test('hears within a second of an enrollment, its seat and no more than ids', async () => {
    const listener = await listenAs(member, topicOf(clinic));
    expect(listener.states).toEqual(['SUBSCRIBED']);
    const [groupId = '', [patientId = '']] = await Promise.all([addGroup(clinic, 5), addPatients(clinic, 1)]);
    const { data: enrollment } = await clinic.admin.client
      .rpc('pm_enroll_patient', { group_definition_id: groupId, patient_id: patientId })
      .throwOnError();
    const told = await listener.next(ofTable('pm_group_enrollments'));
    expect(told.event).toBe('change');
    expect(told.payload).toEqual({
      ...{ id: expect.any(String), table: 'pm_group_enrollments', operation: 'insert', ids: [enrollment.id] },
    });
    expect((await listener.next(ofTable('pm_patients'))).payload.ids).toEqual([patientId]);
    expect((await listener.next(ofTable('pm_group_definitions'))).payload.ids).toEqual([groupId]);
  });

  test('hears of a permission, a role of a person, a closed day and the organization’s name', async () => {
    const listener = await listenAs(member, topicOf(clinic));
    const { client } = clinic.admin;
    const roleId = clinic.roles.get('front_desk') ?? '';
    const toggle = { role_id: roleId, permission_key: 'pm.patients.create', granted: false };
    await client.rpc('pf_set_role_permission', toggle).throwOnError();
    expect((await listener.next(ofTable('pf_role_permissions'))).payload).toMatchObject({
      ...{ operation: 'delete', ids: [roleId] },
    });
    const day = { organization_id: clinic.id, closed_on: '2031-12-25', name: 'Christmas' };
    await client.from('pm_closed_days').insert(day).throwOnError();
    expect((await listener.next(ofTable('pm_closed_days'))).payload.dates).toEqual(['2031-12-25']);
    await client.from('pf_organizations').update({ name: 'New Name' }).eq('id', clinic.id).throwOnError();
    expect((await listener.next(ofTable('pf_organizations'))).payload.ids).toEqual([clinic.id]);
    const other = await joinClinic(clinic, 'staff');
    expect((await listener.next(ofTable('pf_memberships'))).payload.user_ids).toEqual([other.userId]);
  });

  test('hears of two hundred new patients in one message, which says that it names only some', async () => {
    const listener = await listenAs(member, topicOf(clinic));
    await addPatients(clinic, 200);
    const told = await listener.next(ofTable('pm_patients'));
    expect(told.payload.ids).toHaveLength(100);
    expect(told.payload.truncated).toBe(true);
    expect(listener.heard.filter(ofTable('pm_patients'))).toHaveLength(1);
  });

  test('is told a few times, not forty, of forty patients who are enrolled at once', async () => {
    const listener = await listenAs(member, topicOf(clinic));
    const [groupId, patientIds] = await Promise.all([addGroup(clinic, 30), addPatients(clinic, 40)]);
    await clinic.admin.client
      .rpc('pm_bulk_enroll_patients', { group_definition_id: groupId, patient_ids: patientIds })
      .throwOnError();
    // What is sent after it arrives after it.
    await clinic.admin.client.from('pm_group_definitions').update({ name: 'Later' }).eq('id', groupId).throwOnError();
    await listener.next(({ payload }) => payload.table === 'pm_group_definitions' && payload.operation === 'update');
    const inserts = listener.heard.filter(
      ({ payload }) => payload.table === 'pm_group_enrollments' && payload.operation === 'insert',
    );
    expect(inserts.length).toBeLessThanOrEqual(4);
    const named = inserts.flatMap(({ payload }) => (Array.isArray(payload.ids) ? payload.ids : []));
    if (named.length < 40) expect(inserts.some(({ payload }) => payload.truncated === true)).toBe(true);
  });

  test('hears nothing of a change that is taken back, and nothing of other organizations', async () => {
    const listener = await listenAs(member, topicOf(clinic));
    const other = await createClinic();
    await addPatients(other, 1);
    const row = { organization_id: clinic.id, mrn: randomUUID().slice(0, 18), first_name: 'Pat', last_name: 'X' };
    const { error } = await clinic.admin.client.from('pm_patients').insert([row, row]);
    expect(error?.code).toBe('23505');
    await addGroup(clinic, 3);
    await listener.next(ofTable('pm_group_definitions'));
    expect(listener.heard.map(({ payload }) => payload.table)).toEqual(['pm_group_definitions']);
  });

  test('cannot send: neither to colleagues nor to the own topic', async () => {
    const [listener, sender] = [await listenAs(clinic.admin, topicOf(clinic)), await listenAs(member, topicOf(clinic))];
    await sender.channel.send({ type: 'broadcast', event: 'change', payload: { table: 'forged' } });
    await addGroup(clinic, 3);
    await listener.next(ofTable('pm_group_definitions'));
    expect(listener.heard.filter(ofTable('forged'))).toEqual([]);
  });

  test('has a topic of the own, which is nobody else’s', async () => {
    expect((await listenAs(member, `user:${member.userId}`)).states).toEqual(['SUBSCRIBED']);
    expect((await listenAs(clinic.admin, `user:${member.userId}`)).states[0]).toMatch(/^CHANNEL_ERROR.*Unauthorized/);
  });
});

describe('who is no active member cannot join', () => {
  const refused = /^CHANNEL_ERROR.*Unauthorized/;

  test('a stranger, a member of another organization, nobody at all', async () => {
    const stranger = await signUp();
    expect((await listenAs(stranger, topicOf(clinic))).states[0]).toMatch(refused);
    expect((await listenAs((await createClinic()).admin, topicOf(clinic))).states[0]).toMatch(refused);
    const { client } = await signUp();
    await client.auth.signOut();
    expect((await listenAs({ client }, topicOf(clinic))).states[0]).toMatch(refused);
  });

  test.each([
    'organization:',
    'organization:*',
    'organization:%',
    'organization',
    'user:',
    'user:null',
    "x' or true --",
  ])('topic %s', async (topic) => {
    expect((await listenAs(member, topic)).states[0]).toMatch(refused);
  });

  test('a suspended member', async () => {
    const suspended = await joinClinic(clinic, 'staff');
    await setStatus(suspended, 'suspended');
    expect((await listenAs(suspended, topicOf(clinic))).states[0]).toMatch(refused);
  });

  test('a member with the channel not private', async () => {
    expect((await listenAs(member, topicOf(clinic), false)).states[0]).toMatch(/PrivateOnly/);
  });

  test('a token that is forged, expired, unsigned or of no known role', async () => {
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    const claims = { sub: member.userId, role: 'authenticated', aud: 'authenticated', exp: inAnHour };
    const right = await withToken(forgeToken(claims, jwtSecret));
    expect((await listenAs(right, topicOf(clinic))).states).toEqual(['SUBSCRIBED']);
    const [header = '', , signature = ''] = (await tokenOf(clinic.admin.client)).split('.');
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    for (const token of [
      forgeToken(claims, 'a secret of another project, long enough'.padEnd(64, 'x')),
      forgeToken(claims, ''),
      forgeToken(claims, jwtSecret, 'none'),
      forgeToken({ ...claims, exp: inAnHour - 7200 }, jwtSecret),
      forgeToken({ ...claims, exp: undefined }, jwtSecret),
      forgeToken({ ...claims, nbf: inAnHour }, jwtSecret),
      forgeToken({ ...claims, role: 'postgres' }, jwtSecret),
      `${header}.${body}.${signature}`,
      'sb_secret_guess',
      'not a token',
    ]) {
      expect((await listenAs(await withToken(token), topicOf(clinic))).states[0], token).toMatch(/^CHANNEL_ERROR/);
    }
  });
});

async function setStatus(person: SignedIn, status: 'active' | 'suspended'): Promise<void> {
  await clinic.admin.client
    .from('pf_memberships')
    .update({ status })
    .eq('organization_id', clinic.id)
    .eq('user_id', person.userId)
    .throwOnError();
}

describe('who is listening already', () => {
  test('and is suspended hears nothing more, not even of that; active again, may join again', async () => {
    const [person, witness] = [await joinClinic(clinic, 'staff'), await listenAs(member, topicOf(clinic))];
    const listener = await listenAs(person, topicOf(clinic));
    expect(listener.states).toEqual(['SUBSCRIBED']);
    await setStatus(person, 'suspended');
    await addGroup(clinic, 3);
    await witness.next(ofTable('pm_group_definitions'));
    expect(listener.heard).toEqual([]);
    await expect.poll(() => listener.states).toEqual(['SUBSCRIBED', 'CLOSED']);
    await setStatus(person, 'active');
    expect((await listenAs(person, topicOf(clinic))).states).toEqual(['SUBSCRIBED']);
  });

  test('and is removed hears nothing more', async () => {
    const [person, witness] = [await joinClinic(clinic, 'staff'), await listenAs(member, topicOf(clinic))];
    const listener = await listenAs(person, topicOf(clinic));
    await clinic.admin.client
      .from('pf_memberships')
      .delete()
      .eq('organization_id', clinic.id)
      .eq('user_id', person.userId)
      .throwOnError();
    await addGroup(clinic, 3);
    await witness.next(ofTable('pm_group_definitions'));
    expect(listener.heard).toEqual([]);
  });

  test('stays on with a renewed token, and is out when the token expires', async () => {
    const claims = { sub: member.userId, role: 'authenticated', aud: 'authenticated' };
    const expiring = (seconds: number) =>
      forgeToken({ ...claims, exp: Math.floor(Date.now() / 1000) + seconds }, jwtSecret);
    const [short, renewed] = [await signUp(), await signUp()];
    // Made when they are shown: a slow machine must not let them expire before.
    for (const { client } of [short, renewed]) client.realtime.accessToken = () => Promise.resolve(expiring(4));
    const [listener, other] = await Promise.all([listenAs(short, topicOf(clinic)), listenAs(renewed, topicOf(clinic))]);
    renewed.client.realtime.accessToken = () => Promise.resolve(expiring(600));
    await renewed.client.realtime.setAuth();
    await expect.poll(() => listener.states, { timeout: 10_000 }).toEqual(['SUBSCRIBED', 'CLOSED']);
    expect(other.states).toEqual(['SUBSCRIBED']);
    await addGroup(clinic, 3);
    await other.next(ofTable('pm_group_definitions'));
    expect(listener.heard).toEqual([]);
  });

  test('and shows a token of somebody else is out', async () => {
    const stranger = await signUp();
    const shown = await withToken(await tokenOf(member.client));
    const listener = await listenAs(shown, topicOf(clinic));
    expect(listener.states).toEqual(['SUBSCRIBED']);
    shown.client.realtime.accessToken = () => tokenOf(stranger.client);
    await shown.client.realtime.setAuth();
    await expect.poll(() => listener.states).toEqual(['SUBSCRIBED', 'CLOSED']);
  });
});

test('the secret key may listen, as it may read', async () => {
  const server = { client: service() };
  expect((await listenAs(server, topicOf(clinic))).states).toEqual(['SUBSCRIBED']);
});
