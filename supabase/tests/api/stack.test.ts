import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { anonymous, signUp } from '../support/api.ts';

const { url, publishableKey } = inject('api');

test('a request without a key is refused', async () => {
  expect((await fetch(`${url}/rest/v1/pf_organizations`)).status).toBe(401);
  expect((await fetch(`${url}/auth/v1/settings`)).status).toBe(401);
});

test('nothing but the data and sign-in interfaces is served', async () => {
  expect((await fetch(`${url}/_system/config`, { headers: { apikey: publishableKey } })).status).toBe(404);
});

test.each(['rest/v1/pf_organizations', 'rest/v1/rpc/pf_create_organization', 'auth/v1/token?grant_type=password'])(
  'the browser of the app may call %s from its own address',
  async (target) => {
    const response = await fetch(`${url}/${target}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'apikey,authorization,content-type',
      },
    });
    expect(response.ok).toBe(true);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
  },
);

test('a signed-up person signs in again with the password, and not with another', async () => {
  const { email, password, userId } = await signUp();
  const client = anonymous();
  expect((await client.auth.signInWithPassword({ email, password: `${password}x` })).error?.code).toBe(
    'invalid_credentials',
  );
  expect((await client.auth.signInWithPassword({ email, password })).data.user?.id).toBe(userId);
});

test('the grants of the migrations are what the API obeys', async () => {
  const { client } = await signUp();
  const stranger = await anonymous().from('pf_organizations').select('id');
  expect(stranger.error?.code).toBe('42501');
  expect((await client.from('pf_organizations').select('id')).data).toEqual([]);
});

async function mailTo(address: string): Promise<{ links: string[] }> {
  const folder = path.join(inject('api').dataDirectory, 'mail');
  for (const name of (await readdir(folder)).sort().reverse()) {
    const mail = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    if (mail.to === address) return mail;
  }
  throw new Error(`No mail to ${address}`);
}

test('a forgotten password is reset with the link in the mail', async () => {
  const { email } = await signUp();
  const client = anonymous();
  const redirectTo = 'http://localhost:5173/reset-password';
  expect((await client.auth.resetPasswordForEmail(email, { redirectTo })).error).toBeNull();

  const [link] = (await mailTo(email)).links;
  const response = await fetch(link ?? '', { redirect: 'manual', headers: { apikey: publishableKey } });
  const target = new URL(response.headers.get('location') ?? '');
  expect(`${target.origin}${target.pathname}`).toBe(redirectTo);

  const tokens = new URLSearchParams(target.hash.slice(1));
  await client.auth.setSession({
    access_token: tokens.get('access_token') ?? '',
    refresh_token: tokens.get('refresh_token') ?? '',
  });
  expect((await client.auth.updateUser({ password: 'a new password' })).error).toBeNull();
  expect((await anonymous().auth.signInWithPassword({ email, password: 'a new password' })).error).toBeNull();
});
