import type { User } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import type { SessionState } from './session-context';
import { nextSessionState } from './session-state';

function person(id: string): User {
  return { id, app_metadata: {}, user_metadata: {}, aud: 'authenticated', created_at: '', updated_at: '1' };
}

const ANN = person('ann');
const signedIn: SessionState = { status: 'signed-in', user: ANN };

describe('nextSessionState', () => {
  it('knows a visitor from somebody who is signed in', () => {
    expect(nextSessionState({ status: 'loading' }, null, null)).toEqual({ status: 'signed-out', reason: null });
    expect(nextSessionState({ status: 'loading' }, ANN, null)).toEqual(signedIn);
  });

  it('stays the same object when only the token was renewed, so that nothing is drawn again', () => {
    expect(nextSessionState(signedIn, { ...ANN }, null)).toBe(signedIn);
  });

  it('keeps the page when the session ended by itself, and takes it up again', () => {
    const expired = nextSessionState(signedIn, null, null);
    expect(expired).toEqual({ status: 'expired', user: ANN });
    expect(nextSessionState(expired, null, null)).toEqual(expired);
    expect(nextSessionState(expired, ANN, null)).toEqual(signedIn);
  });

  it.each(['by-hand', 'idle', 'elsewhere'] as const)(
    'ends when it was meant to (%s), from an expired session too',
    (reason) => {
      expect(nextSessionState(signedIn, null, reason)).toEqual({ status: 'signed-out', reason });
      expect(nextSessionState({ status: 'expired', user: ANN }, null, reason)).toEqual({
        status: 'signed-out',
        reason,
      });
    },
  );

  it('forgets nothing of why it ended', () => {
    const out: SessionState = { status: 'signed-out', reason: 'idle' };
    expect(nextSessionState(out, null, null)).toBe(out);
  });
});
