import { describe, expect, it } from 'vitest';
import { SESSION_STORAGE_KEY, sessionMayExist } from './session-storage';

const empty = { getItem: () => null };
const kept = { getItem: (key: string) => (key === SESSION_STORAGE_KEY ? '{}' : null) };

describe('sessionMayExist', () => {
  it('is true for a session kept on this device', () => {
    expect(sessionMayExist({ hash: '', search: '' }, kept)).toBe(true);
  });

  it('is true for the link of a message', () => {
    expect(sessionMayExist({ hash: '#access_token=abc&type=recovery', search: '' }, empty)).toBe(true);
    expect(sessionMayExist({ hash: '', search: '?code=abc' }, empty)).toBe(true);
  });

  it('is false for a stranger', () => {
    expect(sessionMayExist({ hash: '#error=access_denied', search: '?next=%2Fo%2Fx' }, empty)).toBe(false);
  });
});
