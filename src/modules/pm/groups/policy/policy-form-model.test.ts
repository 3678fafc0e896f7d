import { describe, expect, it, vi } from 'vitest';
import type { SessionPolicy } from '@/modules/pm/sessions';
import { policyFormSchema } from './policy-form.schema';
import { nextSlot, policyFormValues, slotOverlaps, toPolicy } from './policy-form-model';

// The sessions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

const STORED: SessionPolicy = {
  session_creation_permission: 'owner',
  session_approval_required: true,
  advance_notice_hours: 48,
  allowed_time_slots: [{ days: [1, 6], start: '18:00', end: '24:00' }],
};

describe('the form of a session policy', () => {
  it('opens with what is stored, and stores what it opened with', () => {
    const values = policyFormValues(STORED);
    expect(values).toMatchObject({ notice: 2, notice_unit: 'days' });
    expect(values.allowed_time_slots[0]?.end).toBe('00:00');
    expect(toPolicy(values)).toEqual(STORED);
    const hours = { ...STORED, advance_notice_hours: 36 };
    expect(policyFormValues(hours)).toMatchObject({ notice: 36, notice_unit: 'hours' });
    expect(toPolicy(policyFormValues(hours))).toEqual(hours);
    expect(policyFormValues({ ...STORED, advance_notice_hours: 0 })).toMatchObject({ notice: 0, notice_unit: 'hours' });
  });

  it('stores days in order and once', () => {
    const values = policyFormValues(STORED);
    const slots = [{ days: [6, 1, 6], start: '08:00', end: '09:00' }];
    expect(toPolicy({ ...values, allowed_time_slots: slots }).allowed_time_slots[0]?.days).toEqual([1, 6]);
  });

  it('goes on from the last slot, with days still to choose', () => {
    expect(nextSlot([])).toEqual({ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' });
    expect(nextSlot([{ days: [2], start: '08:00', end: '10:00' }])).toEqual({ days: [], start: '08:00', end: '10:00' });
  });
});

describe('what the form refuses', () => {
  const values = policyFormValues(STORED);
  const problems = (changes: object) => {
    const { error } = policyFormSchema.safeParse({ ...values, ...changes });
    return (error?.issues ?? []).map(({ path }) => path.join('.'));
  };
  const slot = (changes: object) => ({ allowed_time_slots: [{ days: [1], start: '08:00', end: '12:00', ...changes }] });

  it('is what the database refuses', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ notice: 366 })).toEqual(['notice']);
    expect(problems({ notice: 365 })).toEqual([]);
    expect(problems({ notice: 8761, notice_unit: 'hours' })).toEqual(['notice']);
    expect(problems({ notice: 1.5 })).toEqual(['notice']);
    expect(problems({ notice: -1 })).toEqual(['notice']);
    expect(problems(slot({ days: [] }))).toEqual(['allowed_time_slots.0.days']);
    expect(problems(slot({ end: '08:00' }))).toEqual(['allowed_time_slots.0.end']);
    expect(problems(slot({ end: '' }))).toEqual(['allowed_time_slots.0.end']);
    expect(problems(slot({ start: '' }))).toEqual(['allowed_time_slots.0.start']);
    expect(problems(slot({ end: '00:00' }))).toEqual([]);
  });
});

describe('slots that overlap', () => {
  const at = (days: number[], start: string, end: string) => ({ days, start, end });

  it('meet on the days that both have', () => {
    const slots = [at([1, 2], '08:00', '12:00'), at([2, 3], '11:00', '13:00'), at([2], '12:00', '13:00')];
    expect(slotOverlaps(slots, 0)).toEqual([{ other: 1, days: [2] }]);
    expect(slotOverlaps(slots, 1)).toEqual([
      { other: 0, days: [2] },
      { other: 2, days: [2] },
    ]);
  });

  it('are not those that adjoin, are on other days or are not complete', () => {
    expect(slotOverlaps([at([1], '08:00', '12:00'), at([1], '12:00', '00:00')], 0)).toEqual([]);
    expect(slotOverlaps([at([1], '08:00', '12:00'), at([2], '08:00', '12:00')], 0)).toEqual([]);
    expect(slotOverlaps([at([1], '08:00', '12:00'), at([1], '', '12:00')], 0)).toEqual([]);
    expect(slotOverlaps([at([1], '20:00', '00:00'), at([1], '23:00', '23:30')], 1)).toEqual([{ other: 0, days: [1] }]);
  });
});
