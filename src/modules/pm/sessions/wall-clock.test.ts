import { describe, expect, it } from 'vitest';
import { addMinutes, clockMinutes, clockRange, clockText, durationText, minutesBetween } from './wall-clock';

describe('wall clock', () => {
  it('reads hours and minutes, with or without seconds, and nothing else', () => {
    expect(clockMinutes('00:00')).toBe(0);
    expect(clockMinutes('09:30:00')).toBe(570);
    for (const nonsense of ['24:00', '9:30', '09:60', '', 'noon', '09:30 PM'])
      expect(clockMinutes(nonsense)).toBeNull();
  });

  it('adds minutes within the day, since a session ends on the day it starts', () => {
    expect(addMinutes('09:00', 90)).toBe('10:30');
    expect(addMinutes('23:30', 90)).toBe('23:59');
    expect(addMinutes('', 90)).toBe('');
  });

  it('measures from start to a later end only', () => {
    expect(minutesBetween('09:00', '10:30:00')).toBe(90);
    expect(minutesBetween('10:00', '10:00')).toBeNull();
    expect(minutesBetween('10:00', '09:00')).toBeNull();
    expect(minutesBetween('10:00', '')).toBeNull();
  });

  it('says times as people do', () => {
    expect(clockRange('09:00:00', '10:30:00')).toBe('9:00–10:30 AM');
    expect(clockRange('11:00', '12:30')).toBe('11:00 AM–12:30 PM');
    expect(clockText('00:05')).toBe('12:05 AM');
    expect(clockText('12:00')).toBe('12:00 PM');
    expect(durationText(90)).toBe('1 h 30 min');
    expect(durationText(45)).toBe('45 min');
    expect(durationText(120)).toBe('2 h');
  });
});
