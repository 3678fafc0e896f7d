import { describe, expect, it } from 'vitest';
import { instantsOfDays } from './day-instants';

describe('the instants of days', () => {
  it('begin and end at midnight of the zone', () => {
    expect(instantsOfDays('2026-11-24', '2026-11-24', 'America/Phoenix')).toEqual({
      from: '2026-11-24T07:00:00Z',
      to: '2026-11-25T07:00:00Z',
    });
  });

  it('are 25 and 23 hours apart on the days the clocks change', () => {
    expect(instantsOfDays('2026-11-01', '2026-11-01', 'America/New_York')).toEqual({
      from: '2026-11-01T04:00:00Z',
      to: '2026-11-02T05:00:00Z',
    });
    expect(instantsOfDays('2026-03-07', '2026-03-08', 'America/New_York')).toEqual({
      from: '2026-03-07T05:00:00Z',
      to: '2026-03-09T04:00:00Z',
    });
  });
});
