import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { signUp } from '../../support/api.ts';
import { forgeToken, type RawRequest, rawRequest, tokenOf } from '../../support/raw-request.ts';
import { layOutSiege, type Siege } from './attackers.ts';

const { jwtSecret, publishableKey } = inject('api');
const wrongSecret = 'a secret of another project, long enough to be one'.padEnd(64, 'x');

let siege: Siege;

beforeAll(async () => {
  siege = await layOutSiege();
}, 120_000);

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const claims = () => ({ sub: siege.victim.user_id, role: 'authenticated', aud: 'authenticated', exp: inAnHour() });
const read = (request: RawRequest) => rawRequest(`/rest/v1/pm_patients?id=eq.${siege.victim.patient_id}`, request);

function withHeader(header: Record<string, unknown>, secret: string): string {
  const content = `${encode(header)}.${encode(claims())}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** The stranger's real token with the admin's claims in its middle. */
function withForeignClaims(token: string): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${encode(claims())}.${signature}`;
}

/** Signed with a key pair of the attacker, whose public half travels in the header. */
function withOwnKey(): string {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const content = `${encode({ alg: 'RS256', typ: 'JWT', jwk: publicKey.export({ format: 'jwk' }) })}.${encode(claims())}`;
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
}

test('the same claims, rightly signed, are let in: so that the refusals below mean something', async () => {
  expect((await read({ token: forgeToken(claims(), jwtSecret) })).text).toContain(siege.victim.secret);
});

describe('a forged token is answered 401', () => {
  const forgeries: [string, () => string][] = [
    ['of another project', () => forgeToken(claims(), wrongSecret)],
    ['of another project, as service_role', () => forgeToken({ ...claims(), role: 'service_role' }, wrongSecret)],
    ['of another project, as postgres', () => forgeToken({ ...claims(), role: 'postgres' }, wrongSecret)],
    ['signed with the publishable key', () => forgeToken(claims(), publishableKey)],
    ['signed with nothing', () => forgeToken(claims(), '')],
    ['alg none', () => forgeToken(claims(), '', 'none')],
    ['alg None', () => `${encode({ alg: 'None', typ: 'JWT' })}.${encode(claims())}.`],
    ['alg nOnE with a signature', () => forgeToken(claims(), wrongSecret, 'nOnE')],
    ['alg none, service_role', () => forgeToken({ ...claims(), role: 'service_role' }, '', 'none')],
    ['without an algorithm', () => withHeader({ typ: 'JWT' }, wrongSecret)],
    ['with a key id that is a path', () => withHeader({ alg: 'HS256', kid: '../../../../dev/null' }, '')],
    ['with its own key in the header', withOwnKey],
    ['expired', () => forgeToken({ ...claims(), exp: inAnHour() - 7200 }, jwtSecret)],
    ['not yet valid', () => forgeToken({ ...claims(), nbf: inAnHour() }, jwtSecret)],
    ['with the claims exchanged', () => withForeignClaims(siege.tokens.stranger ?? '')],
    ['with its signature cut short', () => forgeToken(claims(), jwtSecret).slice(0, -8)],
    ['without its signature', () => forgeToken(claims(), jwtSecret).split('.').slice(0, 2).join('.')],
    ['empty in the middle', () => `${encode({ alg: 'HS256' })}..`],
    ['that is a guess at the secret key', () => 'sb_secret_00000000000000000000000000000000'],
  ];
  test.each(forgeries)('%s', async (_what, token) => {
    const answer = await read({ token: token() });
    expect(answer.status, answer.text).toBe(401);
    expect(answer.text).not.toContain(siege.victim.secret);
    const write = await rawRequest(`/rest/v1/pm_patients?id=eq.${siege.victim.patient_id}`, {
      ...{ method: 'PATCH', token: token(), body: { notes: 'taken' }, headers: { prefer: 'return=representation' } },
    });
    expect(write.status).toBe(401);
  });
});

describe('keys', () => {
  test('a person’s token or a forged one is no apikey', async () => {
    for (const apiKey of [
      siege.tokens.frontDesk ?? '',
      forgeToken({ role: 'service_role', exp: inAnHour() }, wrongSecret),
      forgeToken({ role: 'service_role', exp: inAnHour() }, '', 'none'),
      'sb_secret_guess',
      publishableKey.slice(0, -1),
      `${publishableKey}x`,
    ]) {
      expect((await read({ apiKey })).status).toBe(401);
      expect((await read({ apiKey, token: siege.tokens.frontDesk ?? '' })).status).toBe(401);
    }
  });

  test('with the publishable key as bearer one is nobody', async () => {
    const answer = await read({ token: publishableKey });
    expect(answer.status).toBe(401);
  });

  test('the bearer decides who it is, whatever else the request says', async () => {
    const admin = await tokenOf(siege.victim.clinic.admin.client);
    const stranger = siege.tokens.stranger ?? '';
    const tricks: Record<string, string>[] = [
      { cookie: `sb-access-token=${admin}` },
      { 'x-authorization': `Bearer ${admin}` },
      { 'x-supabase-auth': admin },
      { 'x-forwarded-authorization': `Bearer ${admin}` },
      { 'x-user-id': siege.victim.user_id, 'x-forwarded-user': siege.victim.user_id },
      { role: 'service_role', 'x-role': 'service_role', 'x-postgrest-role': 'service_role' },
      { 'request.jwt.claims': JSON.stringify(claims()), 'request.jwt.claim.sub': siege.victim.user_id },
      { 'x-jwt-claims': JSON.stringify({ ...claims(), role: 'service_role' }) },
      { 'content-profile': 'public', 'x-client-info': 'service_role' },
    ];
    for (const headers of tricks) {
      const answer = await read({ token: stranger, headers });
      expect([answer.status, answer.body], JSON.stringify(Object.keys(headers))).toEqual([200, []]);
      const anonymous = await read({ headers });
      expect(anonymous.status).toBe(401);
    }
  });
});

describe('one’s own account', () => {
  test('what a person writes into it gives no rights', async () => {
    const person = await signUp();
    const taken = { role: 'service_role', organization_id: siege.victim.organization_id, is_admin: true };
    const answer = await rawRequest('/auth/v1/user', {
      ...{ method: 'PUT', token: await tokenOf(person.client) },
      body: { data: taken, app_metadata: taken, role: 'service_role', aud: 'service_role', id: siege.victim.user_id },
    });
    expect(answer.text).not.toMatch(/"app_metadata":\{[^}]*is_admin/);
    await person.client.auth.refreshSession();
    const token = await tokenOf(person.client);
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(payload)).toMatchObject({ role: 'authenticated', aud: 'authenticated', sub: person.userId });
    expect((await read({ token })).body).toEqual([]);
  });

  test('a sign-up brings no rights along', async () => {
    const answer = await rawRequest('/auth/v1/signup', {
      body: {
        ...{ email: `${crypto.randomUUID()}@example.test`, password: 'a long password', role: 'service_role' },
        ...{ data: { full_name: 'X', role: 'service_role' }, app_metadata: { role: 'service_role' } },
      },
    });
    const token = /"access_token":"([^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect((await read({ token })).body).toEqual([]);
  });

  test.each([
    ['GET', '/auth/v1/admin/users'],
    ['POST', '/auth/v1/admin/users'],
    ['POST', '/auth/v1/admin/generate_link'],
    ['POST', '/auth/v1/invite'],
  ])('%s %s is not for people', async (method, path) => {
    const body = method === 'POST' ? { email: 'x@example.test', type: 'magiclink' } : undefined;
    for (const token of [undefined, siege.tokens.stranger]) {
      const answer = await rawRequest(path, { method, body, ...(token === undefined ? {} : { token }) });
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('@');
    }
  });

  test('another person’s password is not changed, and sign-in does not tell who has an account', async () => {
    const { email } = siege.victim.clinic.admin;
    const tryIn = (address: string) =>
      rawRequest('/auth/v1/token?grant_type=password', { body: { email: address, password: 'wrong password' } });
    const [known, unknown] = [await tryIn(email), await tryIn('nobody-here@example.test')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const recover = (address: string) => rawRequest('/auth/v1/recover', { body: { email: address } });
    const [sent, none] = [await recover(email), await recover('nobody-here@example.test')];
    expect([sent.status, sent.body]).toEqual([none.status, none.body]);
  });
});
