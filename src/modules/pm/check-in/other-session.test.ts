import { expect, it } from 'vitest';
import { namesOtherSession } from './other-session';

const info = { session_id: 'a1', group_definition_id: 'b2' };
const named = (query: string) => namesOtherSession(new URLSearchParams(query), info);

it('an address that names nothing, or the same, contradicts nothing', () => {
  expect(named('')).toBe(false);
  expect(named('sessionId=&groupId=')).toBe(false);
  expect(named('sessionId=A1&groupId=b2&utm=x')).toBe(false);
});

it('an address that names another session or group does', () => {
  expect(named('sessionId=zz&groupId=b2')).toBe(true);
  expect(named('groupId=a1')).toBe(true);
});
