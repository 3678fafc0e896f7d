import { expect, it } from 'vitest';
import { cacheControl, headersFile, securityHeaders } from './security-headers.ts';

const policyFor = (url: string | undefined) => securityHeaders(url)['Content-Security-Policy'] ?? '';

it('lets the app talk to its Supabase project, by HTTPS and WebSocket, and to nobody else', () => {
  expect(policyFor('https://ref.supabase.co/')).toContain(
    "connect-src 'self' https://ref.supabase.co wss://ref.supabase.co;",
  );
  expect(policyFor('http://127.0.0.1:54321')).toContain(
    "connect-src 'self' http://127.0.0.1:54321 ws://127.0.0.1:54321;",
  );
  expect(policyFor(undefined)).toContain("connect-src 'self';");
});

it('runs no inline script, takes no frame, no plug-in and no other base', () => {
  const policy = policyFor('https://ref.supabase.co');
  expect(policy).toContain("script-src 'self';");
  for (const directive of ['object-src', 'base-uri', 'frame-ancestors'])
    expect(policy).toContain(`${directive} 'none'`);
  expect(policy.match(/unsafe-[a-z-]+/g)).toEqual(['unsafe-inline']);
  expect(policy).toContain("style-src 'self' 'unsafe-inline';");
});

it('keeps files with a hash in their names, and asks for the page again', () => {
  expect(cacheControl('/assets/index-abc.js')).toContain('immutable');
  expect(cacheControl('/')).toBe('no-cache');
  expect(cacheControl('/o/riverbend/pm/groups')).toBe('no-cache');
});

it('writes the headers as hosts read them', () => {
  const lines = headersFile('https://ref.supabase.co').split('\n');
  expect(lines[0]).toBe('/*');
  expect(lines).toContain('  X-Content-Type-Options: nosniff');
  expect(lines.slice(-3)).toEqual(['/assets/*', '  Cache-Control: public, max-age=31536000, immutable', '']);
});
