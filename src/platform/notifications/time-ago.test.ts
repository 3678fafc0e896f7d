import { expect, it } from 'vitest';
import { timeAgo } from './time-ago';

const NOW = new Date('2026-11-20T18:00:00Z');

it.each([
  ['2026-11-20T18:00:07Z', 'just now'],
  ['2026-11-20 17:59:01.5+00', 'just now'],
  ['2026-11-20T17:59:00Z', '1 minute ago'],
  ['2026-11-20T17:01:00Z', '59 minutes ago'],
  ['2026-11-20T16:00:00Z', '2 hours ago'],
  ['2026-11-19T17:00:00Z', '1 day ago'],
  ['2026-11-13T18:00:01Z', '6 days ago'],
  ['2026-11-05T03:00:00Z', 'Nov 4'],
  ['2025-11-20T18:00:00Z', 'Nov 20, 2025'],
])('%s was %s', (then, words) => {
  expect(timeAgo(then, NOW, 'America/Phoenix')).toBe(words);
});
