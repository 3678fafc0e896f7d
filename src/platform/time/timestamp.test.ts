import { describe, expect, it } from 'vitest';
import { parseTimestamp } from './timestamp';

describe('parseTimestamp', () => {
  it.each([
    ['2026-11-20 14:57:11.9+00', '2026-11-20T14:57:11.900Z'],
    ['2026-11-20T14:57:11.900000+00:00', '2026-11-20T14:57:11.900Z'],
    ['2026-11-20T14:57:11Z', '2026-11-20T14:57:11.000Z'],
    ['2026-11-20 07:57:11-07', '2026-11-20T14:57:11.000Z'],
    ['2026-11-20 20:27:11+05:30', '2026-11-20T14:57:11.000Z'],
    ['2026-11-20 20:27:11+0530', '2026-11-20T14:57:11.000Z'],
    ['2026-11-20T14:57:11', '2026-11-20T14:57:11.000Z'],
  ])('reads %s', (written, expected) => {
    expect(parseTimestamp(written).toISOString()).toBe(expected);
  });

  it.each(['', 'now', '2026-11-20', '2026-13-41 00:00:00+00', '14:57'])('refuses "%s"', (written) => {
    expect(() => parseTimestamp(written)).toThrow(RangeError);
  });
});
