import { describe, expect, it } from 'vitest';
import type { StartableGroup } from '../api/get-startable-groups';
import { orderGroups, standingOf } from './startable';

const now = new Date('2026-11-21T10:00:00Z');

function group(facts: Partial<StartableGroup> = {}): StartableGroup {
  return {
    id: 'g',
    name: 'Anger',
    group_code: null,
    group_type: 'therapy',
    facilitator_id: null,
    co_facilitator_id: null,
    location: null,
    duration_minutes: 60,
    session_creation_permission: 'all_members',
    session_approval_required: false,
    open: [],
    ...facts,
  };
}

function session(status: string, starts: string, ends: string): StartableGroup['open'][number] {
  return {
    id: `${status} ${starts}`,
    status,
    location: null,
    starts_at: `2026-11-21 ${starts}:00+00`,
    ends_at: `2026-11-21 ${ends}:00+00`,
  };
}

describe('what stands between a group and a session now', () => {
  it.each([
    ['nothing', [], 'free'],
    ['one this afternoon', [session('scheduled', '15:00', '16:00')], 'free'],
    ['one that nobody started, and is over', [session('scheduled', '08:00', '09:00')], 'free'],
    ['one in half an hour', [session('scheduled', '10:30', '11:30')], 'planned'],
    ['one that should run', [session('scheduled', '09:45', '10:45')], 'planned'],
    ['one that runs', [session('scheduled', '10:30', '11:30'), session('active', '09:00', '10:30')], 'running'],
    ['one that was forgotten', [session('active', '07:00', '08:00')], 'running'],
  ])('%s', (_, open, kind) => {
    expect(standingOf({ open }, now).kind).toBe(kind);
  });
});

it('puts one’s own groups first, what is due before what is not, and finds by part of a name or code', () => {
  const groups = [
    group({ id: 'a', name: 'A' }),
    group({ id: 'b', name: 'B', facilitator_id: 'me' }),
    group({ id: 'c', name: 'C', facilitator_id: 'me', open: [session('scheduled', '10:05', '11:00')] }),
    group({ id: 'd', name: 'D', group_code: '260301AMD1' }),
  ];
  const ids = (words: string) => orderGroups(groups, { userId: 'me', words, now }).map(({ id }) => id);
  expect(ids('')).toEqual(['c', 'b', 'a', 'd']);
  expect(ids('amd1')).toEqual(['d']);
});
