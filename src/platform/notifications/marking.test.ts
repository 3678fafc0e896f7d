import { describe, expect, it } from 'vitest';
import type { Notification } from './api/read-notifications';
import { badgeText, bellLabel, pageMarked, unreadFirst, unreadMarked } from './marking';

const AT = '2026-11-20T18:00:00Z';

function notification(id: number, read_at: string | null = null): Notification {
  return {
    ...{ id, read_at, kind: 'patient_promoted', payload: {}, created_at: '2026-11-20T17:00:00Z' },
    ...{ group_definition_id: null, session_id: null, patient_id: null },
    ...{ group: null, patient: null, session: null },
  };
}

describe('marking as read', () => {
  const page = { hasOlder: true, notifications: [notification(9), notification(8, 'earlier'), notification(7)] };
  const readAt = (marked: Parameters<typeof pageMarked>[1]) =>
    pageMarked(page, marked, AT).notifications.map(({ read_at }) => read_at);

  it('marks one in a list', () => {
    expect(readAt({ id: 7 })).toEqual([null, 'earlier', AT]);
  });

  it('marks all up to one, and leaves what came after', () => {
    expect(readAt({ upTo: 8 })).toEqual([null, 'earlier', AT]);
    expect(readAt({ upTo: 9 })).toEqual([AT, 'earlier', AT]);
  });

  it('counts what is left', () => {
    const unread = { count: 14, latest: [notification(9), notification(8)] };
    expect(unreadMarked(unread, { id: 8 })).toEqual({ count: 13, latest: [notification(9)] });
    expect(unreadMarked(unread, { upTo: 8 })).toEqual({ count: 1, latest: [notification(9)] });
    expect(unreadMarked(unread, { upTo: 9 })).toEqual({ count: 0, latest: [] });
  });
});

it('shows flagged answers first, then unread ones, then the rest, nothing twice', () => {
  const latest = [notification(9, AT), notification(8), notification(7, AT), notification(6)];
  const order = unreadFirst(latest, [notification(6), notification(2)]).map(({ id }) => id);
  expect(order).toEqual([6, 2, 8, 9, 7]);
});

it.each([
  [0, null, 'Notifications, all read'],
  [1, '1', '1 unread notification'],
  [9, '9', '9 unread notifications'],
  [99, '99', '99 unread notifications'],
  [1200, '99+', '99+ unread notifications'],
])('the bell with %d', (count, text, label) => {
  expect([badgeText(count), bellLabel(count)]).toEqual([text, label]);
});
