import { afterAll, beforeAll, expect, test } from 'vitest';
import { asUser, commitAsUser, createUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addRole, createOrganization, type Organization } from '../../support/organization.ts';
import { codeOf, refusalOf } from '../../support/refusal.ts';
import { rpc, value } from '../../support/rpc.ts';
import { attempt, withConnections } from '../../support/several-connections.ts';

interface Invitation {
  id: string;
  token: string;
  expires_at: string;
}

let database: TestDatabase;
let clinic: Organization;
let people = 0;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

async function invite(email: string, roleId = clinic.roles.staff, by = clinic.people.org_admin): Promise<Invitation> {
  const answer = await commitAsUser(database.pool, by, (client) =>
    rpc<{ pf_create_invitation: Invitation }>(client, 'pf_create_invitation', {
      organization_id: clinic.id,
      email,
      role_id: roleId,
    }),
  );
  return answer.pf_create_invitation;
}
const accept = (userId: string, token: string | null) =>
  commitAsUser(database.pool, userId, (client) => rpc<{ id: string }>(client, 'pf_accept_invitation', { token }));

async function newPerson(): Promise<{ email: string; userId: string }> {
  people += 1;
  const email = `invited-${people}@example.test`;
  return { email, userId: await createUser(database.pool, email) };
}

test('the invited person becomes a member with the invited role, and the organization is returned', async () => {
  const { email, userId } = await newPerson();
  const invitation = await invite(`  ${email.toUpperCase()} `, clinic.roles.front_desk);
  expect(Object.keys(invitation).sort()).toEqual(['expires_at', 'id', 'token']);
  expect((await accept(userId, invitation.token)).id).toBe(clinic.id);
  expect(await value(database.pool, 'select role_id from public.pf_memberships where user_id = $1', [userId])).toBe(
    clinic.roles.front_desk,
  );
});

test('a used, expired, revoked, unknown or foreign invitation all get the same answer', async () => {
  const { email, userId } = await newPerson();
  const stranger = await newPerson();
  const refusals = [];

  const meant = await invite(email);
  refusals.push(await refusalOf(accept(stranger.userId, meant.token)));
  await accept(userId, meant.token);
  refusals.push(await refusalOf(accept(userId, meant.token)));

  const expired = await invite(stranger.email);
  await database.pool.query("update public.pf_invitations set expires_at = now() - interval '1 second' where id = $1", [
    expired.id,
  ]);
  refusals.push(await refusalOf(accept(stranger.userId, expired.token)));

  const revoked = await invite(stranger.email);
  await commitAsUser(database.pool, clinic.people.org_admin, (client) =>
    client.query('delete from public.pf_invitations where id = $1', [revoked.id]),
  );
  refusals.push(await refusalOf(accept(stranger.userId, revoked.token)));
  refusals.push(await refusalOf(accept(stranger.userId, 'no such token')));
  refusals.push(await refusalOf(accept(stranger.userId, null)));

  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  expect(refusals[0]).toMatchObject({ code: 'INVITATION_INVALID', sqlstate: 'PT400' });
});

test('a member does not join twice, a suspended one does not come back in', async () => {
  const { email, userId } = await newPerson();
  const invitation = await invite(email);
  await database.pool.query(
    "insert into public.pf_memberships (organization_id, user_id, role_id, status) values ($1, $2, $3, 'suspended')",
    [clinic.id, userId, clinic.roles.staff],
  );
  expect(await codeOf(accept(userId, invitation.token))).toBe('INVITATION_INVALID');
  expect(await codeOf(invite(email))).toBe('ALREADY_A_MEMBER');
});

test('an invitation accepted twice at once makes one membership', async () => {
  const { email, userId } = await newPerson();
  const { token } = await invite(email);
  const answers = await withConnections(database.url, 8, (clients) =>
    Promise.all(
      clients.map((client) => attempt(client, userId, (session) => rpc(session, 'pf_accept_invitation', { token }))),
    ),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'INVITATION_INVALID')).toHaveLength(7);
});

test('inviting needs the permission, a role of the organization, and no more than the inviter may do', async () => {
  const other = await createOrganization(database.pool);
  expect(await codeOf(invite('a@example.test', clinic.roles.staff, clinic.people.staff))).toBe('PERMISSION_DENIED');
  expect(await codeOf(invite('a@example.test', clinic.roles.staff, other.people.org_admin))).toBe('PERMISSION_DENIED');
  expect(await codeOf(invite('a@example.test', other.roles.staff))).toBe('ROLE_NOT_FOUND');
  expect((await refusalOf(invite('not an address'))).constraint).toBe('pf_invitations_email_format');
  const manager = await addRole(database.pool, clinic.id, 'inviter', ['pf.members.manage']);
  const person = await addMember(database.pool, clinic.id, manager);
  expect(await codeOf(invite('a@example.test', clinic.roles.org_admin, person))).toBe('PERMISSION_DENIED');
  expect(await invite('a@example.test', manager, person)).toHaveProperty('token');
});

test('the token is nowhere in the database, and its hash nobody who signs in can read', async () => {
  const { token, id } = await invite('secret@example.test');
  const everything = await value<string>(
    database.pool,
    "select string_agg(content, '') from (select i::text from public.pf_invitations i union all select a::text from public.pf_audit_log a) t (content)",
  );
  expect(everything).not.toContain(token);
  const hash = await value<string>(
    database.pool,
    "select encode(token_hash, 'hex') from public.pf_invitations where id = $1",
    [id],
  );
  const log = await value<string>(database.pool, 'select string_agg(a::text, $1) from public.pf_audit_log a', [' ']);
  expect(log).not.toContain(hash);
  for (const columns of ['token_hash', '*']) {
    expect(
      await codeOf(
        asUser(database.pool, clinic.people.org_admin, (client) =>
          client.query(`select ${columns} from public.pf_invitations`),
        ),
      ),
    ).toBe('42501');
  }
});

test('neither the used invitation nor a spare one brings a removed member back', async () => {
  const { email, userId } = await newPerson();
  const [first, spare] = [await invite(email), await invite(email)];
  await accept(userId, first.token);
  await commitAsUser(database.pool, clinic.people.org_admin, (client) =>
    client.query('delete from public.pf_memberships where user_id = $1', [userId]),
  );
  for (const { token } of [first, spare]) expect(await codeOf(accept(userId, token))).toBe('INVITATION_INVALID');
});

test('the invitations of a suspended inviter are worth nothing', async () => {
  const { email, userId } = await newPerson();
  const inviter = await addMember(database.pool, clinic.id, clinic.roles.org_admin);
  const invitation = await invite(email, clinic.roles.org_admin, inviter);
  await database.pool.query("update public.pf_memberships set status = 'suspended' where user_id = $1", [inviter]);
  expect(await codeOf(accept(userId, invitation.token))).toBe('INVITATION_INVALID');
});
