import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { todayIn, wallClock, zoneLabelIfDifferent } from './zone';

const PHOENIX = 'America/Phoenix';
const NEW_YORK = 'America/New_York';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T05:30:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('todayIn', () => {
  it('is the date of that zone, not of the machine', () => {
    expect(todayIn(PHOENIX)).toBe('2026-11-20');
    expect(todayIn(NEW_YORK)).toBe('2026-11-21');
  });

  it('turns at midnight on the night the clock is put back', () => {
    vi.setSystemTime(new Date('2026-11-01T03:59:59Z'));
    expect(todayIn(NEW_YORK)).toBe('2026-10-31');
    vi.setSystemTime(new Date('2026-11-01T04:00:00Z'));
    expect(todayIn(NEW_YORK)).toBe('2026-11-01');
    vi.setSystemTime(new Date('2026-11-02T04:59:59Z'));
    expect(todayIn(NEW_YORK)).toBe('2026-11-01');
  });
});

describe('wallClock', () => {
  it('reads the clock of the zone before and after it is put back', () => {
    expect(wallClock(new Date('2026-10-31T13:00:00Z'), NEW_YORK)).toEqual({ date: '2026-10-31', time: '09:00' });
    expect(wallClock(new Date('2026-11-01T14:00:00Z'), NEW_YORK)).toEqual({ date: '2026-11-01', time: '09:00' });
    expect(wallClock(new Date('2026-11-01T16:00:00Z'), PHOENIX)).toEqual({ date: '2026-11-01', time: '09:00' });
  });
});

describe('zoneLabelIfDifferent', () => {
  it('names the zone where the viewer’s clock shows another time', () => {
    expect(zoneLabelIfDifferent(PHOENIX, NEW_YORK)).toBe('Mountain Standard Time (Phoenix)');
  });

  it('is null for the same clock by another name', () => {
    expect(zoneLabelIfDifferent(NEW_YORK, 'America/Detroit')).toBeNull();
  });

  it('names a zone that agrees in winter only', () => {
    expect(zoneLabelIfDifferent(PHOENIX, 'America/Denver')).not.toBeNull();
  });
});
