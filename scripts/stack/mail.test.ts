import { expect, test } from 'vitest';
import { correctLink } from './mail.ts';

const site = 'http://localhost:5173';
const api = 'http://127.0.0.1:54321';
const fromLite = `${site}/auth/v1/verify?token=abc&type=recovery&redirect_to=${encodeURIComponent(site)}`;

test('a link of the mail leads to the API and then where the request asked', () => {
  const link = new URL(correctLink(fromLite, site, api, `${site}/reset-password`));
  expect(link.origin + link.pathname).toBe(`${api}/auth/v1/verify`);
  expect(link.searchParams.get('token')).toBe('abc');
  expect(link.searchParams.get('redirect_to')).toBe(`${site}/reset-password`);
});

test('without a wish it leads to the app', () => {
  expect(new URL(correctLink(fromLite, site, api, null)).searchParams.get('redirect_to')).toBe(site);
});

test('other links stay as they are', () => {
  expect(correctLink('https://supabase.com/docs', site, api, null)).toBe('https://supabase.com/docs');
});
