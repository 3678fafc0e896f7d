import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDate, formatLongDate, formatSessionTime, formatTimeRange, formatTimestamp } from './format';

const PHOENIX = 'America/Phoenix';
const NEW_YORK = 'America/New_York';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('formatSessionTime', () => {
  it('says AM once when both times have it', () => {
    expect(formatSessionTime('2026-11-24 16:00:00+00', '2026-11-24 17:30:00+00', PHOENIX)).toBe(
      'Tue, Nov 24, 9:00–10:30 AM',
    );
  });

  it('says AM and PM across noon', () => {
    expect(formatSessionTime('2026-11-24T18:00:00Z', '2026-11-24T19:30:00Z', PHOENIX)).toBe(
      'Tue, Nov 24, 11:00 AM–12:30 PM',
    );
  });

  it('shows the clock of the zone that is asked for', () => {
    expect(formatSessionTime('2026-11-24T16:00:00Z', '2026-11-24T17:30:00Z', NEW_YORK)).toBe(
      'Tue, Nov 24, 11:00 AM–12:30 PM',
    );
  });

  it('names the year when it is another', () => {
    expect(formatSessionTime('2027-01-05T16:00:00Z', '2027-01-05T17:00:00Z', PHOENIX)).toBe(
      'Tue, Jan 5, 2027, 9:00–10:00 AM',
    );
  });

  it('names both days across midnight', () => {
    expect(formatSessionTime('2026-11-25T06:00:00Z', '2026-11-25T08:00:00Z', PHOENIX)).toBe(
      'Tue, Nov 24, 11:00 PM – Wed, Nov 25, 1:00 AM',
    );
  });

  it('follows the clock on the night it is put back in New York, and stays in Phoenix', () => {
    // 2026-11-01 05:30Z is 1:30 AM the first time, 06:30Z is 1:30 AM again.
    expect(formatTimeRange('2026-11-01T04:30:00Z', '2026-11-01T06:30:00Z', NEW_YORK)).toBe('12:30–1:30 AM');
    expect(formatTimeRange('2026-11-01T14:00:00Z', '2026-11-01T15:00:00Z', NEW_YORK)).toBe('9:00–10:00 AM');
    expect(formatTimeRange('2026-10-31T13:00:00Z', '2026-10-31T14:00:00Z', NEW_YORK)).toBe('9:00–10:00 AM');
    expect(formatTimeRange('2026-11-01T16:00:00Z', '2026-11-01T17:00:00Z', PHOENIX)).toBe('9:00–10:00 AM');
    expect(formatTimeRange('2026-10-31T16:00:00Z', '2026-10-31T17:00:00Z', PHOENIX)).toBe('9:00–10:00 AM');
  });

  it('follows the clock on the night it is put forward in New York', () => {
    expect(formatTimeRange('2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z', NEW_YORK)).toBe('1:30–3:30 AM');
  });
});

describe('dates', () => {
  it('keeps a calendar date whatever the zone of the machine', () => {
    expect(formatDate('2026-11-24')).toBe('Nov 24, 2026');
    expect(formatLongDate('2026-11-24')).toBe('Tuesday, November 24');
    expect(formatDate('1900-01-01')).toBe('Jan 1, 1900');
  });

  it('refuses what is not a date', () => {
    expect(() => formatDate('soon')).toThrow(RangeError);
    expect(() => formatDate('2026-13-01')).toThrow(RangeError);
  });

  it('shows a moment in the zone that is asked for', () => {
    expect(formatTimestamp('2026-11-25 05:57:11.9+00', PHOENIX)).toBe('Nov 24, 2026, 10:57 PM');
    expect(formatTimestamp('2026-11-25 05:57:11.9+00', NEW_YORK)).toBe('Nov 25, 2026, 12:57 AM');
  });
});
