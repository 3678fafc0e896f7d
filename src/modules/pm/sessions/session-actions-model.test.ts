import { describe, expect, it } from 'vitest';
import { isTimeToStart, sessionActions } from './session-actions-model';

const NOW = new Date('2026-11-20T18:00:00Z');
const PAST = '2026-11-20 17:30:00+00';
const FUTURE = '2026-11-21T17:30:00Z';

function offered(
  status: string,
  starts_at: string,
  may: { edit: boolean; cancel: boolean },
  approval_status = 'approved',
) {
  return sessionActions({ status, approval_status, starts_at }, { ...may, now: NOW });
}

describe('what is offered for a session', () => {
  const all = { edit: true, cancel: true };

  it('follows its state', () => {
    expect(offered('scheduled', FUTURE, all)).toEqual(['start', 'edit', 'cancel']);
    expect(offered('scheduled', PAST, all)).toEqual(['start', 'complete', 'edit', 'cancel']);
    expect(offered('active', PAST, all)).toEqual(['complete', 'edit', 'cancel']);
    expect(offered('completed', PAST, all)).toEqual(['notes']);
    expect(offered('cancelled', FUTURE, all)).toEqual(['notes']);
  });

  it('is neither a start nor an end while it waits for approval', () => {
    expect(offered('scheduled', PAST, all, 'pending')).toEqual(['edit', 'cancel']);
  });

  it('is nothing that the person’s role would be refused', () => {
    for (const status of ['scheduled', 'active', 'completed', 'cancelled'])
      expect(offered(status, PAST, { edit: false, cancel: false })).toEqual([]);
    expect(offered('scheduled', PAST, { edit: false, cancel: true })).toEqual(['cancel']);
    expect(offered('scheduled', FUTURE, { edit: true, cancel: false })).toEqual(['start', 'edit']);
  });
});

describe('the time to start a session', () => {
  const at = (starts_at: string, ends_at: string) => isTimeToStart({ starts_at, ends_at }, NOW);

  it('is from half an hour before it until its end', () => {
    expect(at('2026-11-20T18:30:00Z', '2026-11-20T19:30:00Z')).toBe(true);
    expect(at('2026-11-20T18:31:00Z', '2026-11-20T19:30:00Z')).toBe(false);
    expect(at('2026-11-20T17:00:00Z', '2026-11-20T18:00:00Z')).toBe(true);
    expect(at('2026-11-20T16:00:00Z', '2026-11-20T17:59:00Z')).toBe(false);
  });
});
