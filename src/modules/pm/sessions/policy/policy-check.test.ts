import { describe, expect, it } from 'vitest';
import { policyProblems } from './policy-check';

const NOW = { date: '2026-11-22', time: '10:00' };
const MORNINGS = { days: [1, 2, 3, 4, 5], start: '08:00', end: '12:00' };

function problems(plan: [string, string, string], hours: number, slots = [MORNINGS]) {
  const [date, start, end] = plan;
  return policyProblems({ advance_notice_hours: hours, allowed_time_slots: slots }, { date, start, end }, NOW);
}

describe('what a planned session would break', () => {
  it('is nothing within a slot and with enough notice', () => {
    expect(problems(['2026-11-23', '08:00', '12:00'], 24)).toEqual([]);
    expect(problems(['2026-11-22', '10:00', '11:00'], 24, [])).toEqual([]);
  });

  it('is the notice when it starts sooner', () => {
    expect(problems(['2026-11-22', '09:59', '11:00'], 24, [])).toEqual(['advance_notice']);
    expect(problems(['2026-11-22', '09:59', '11:00'], 0, [])).toEqual([]);
  });

  it('is the time when no slot holds all of it', () => {
    expect(problems(['2026-11-23', '11:00', '12:01'], 24)).toEqual(['time_slot']);
    expect(problems(['2026-11-28', '09:00', '10:00'], 24)).toEqual(['time_slot']);
    const afternoons = { ...MORNINGS, start: '12:00', end: '24:00' };
    expect(problems(['2026-11-23', '11:00', '13:00'], 24, [MORNINGS, afternoons])).toEqual(['time_slot']);
    expect(problems(['2026-11-23', '20:00', '23:59'], 24, [MORNINGS, afternoons])).toEqual([]);
  });

  it('is not said before date and time are entered', () => {
    expect(problems(['', '08:00', '12:00'], 24)).toEqual([]);
    expect(problems(['2026-11-28', '', ''], 24)).toEqual([]);
  });
});
