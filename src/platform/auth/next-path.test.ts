import { describe, expect, it } from 'vitest';
import { safeNextPath, withNext } from './next-path';

describe('safeNextPath', () => {
  it.each(['/', '/o/riverbend/pm/groups?page=2', '/invitations/abc-_1'])('accepts %s', (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'groups',
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/\t/evil.test',
    '/\n/x',
  ])('refuses %j', (path) => expect(safeNextPath(path)).toBeNull());
});

describe('withNext', () => {
  it('carries a path along, and nothing that leads elsewhere', () => {
    expect(withNext('/sign-in', '/o/riverbend?a=1&b=2')).toBe('/sign-in?next=%2Fo%2Friverbend%3Fa%3D1%26b%3D2');
    expect(withNext('/sign-in', '//evil.test')).toBe('/sign-in');
    expect(withNext('/sign-in', '/')).toBe('/sign-in');
    expect(withNext('/sign-in', null)).toBe('/sign-in');
  });
});
