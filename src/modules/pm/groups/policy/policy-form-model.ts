import type { SessionPolicy } from '@/modules/pm/sessions';
import { HOURS_A_DAY, noticeHours, type PolicyFormValues, type SlotValues } from './policy-form.schema';

const MIDNIGHT = '24:00';

/** The values with which the form opens; whole days are shown as days. */
export function policyFormValues(policy: SessionPolicy): PolicyFormValues {
  const { advance_notice_hours: hours, allowed_time_slots: slots } = policy;
  const inDays = hours > 0 && hours % HOURS_A_DAY === 0;
  return {
    session_creation_permission: policy.session_creation_permission,
    session_approval_required: policy.session_approval_required,
    notice: inDays ? hours / HOURS_A_DAY : hours,
    notice_unit: inDays ? 'days' : 'hours',
    allowed_time_slots: slots.map(({ days, start, end }) => ({
      days: inOrder(days),
      start,
      end: end === MIDNIGHT ? '00:00' : end,
    })),
  };
}

/** What is stored. */
export function toPolicy({ notice, notice_unit, allowed_time_slots, ...policy }: PolicyFormValues): SessionPolicy {
  return {
    ...policy,
    advance_notice_hours: noticeHours(notice, notice_unit),
    allowed_time_slots: allowed_time_slots.map(({ days, start, end }) => ({
      days: inOrder(days),
      start,
      end: closing(end),
    })),
  };
}

/** A slot like the one before, or the clinic's mornings where there is none. */
export function nextSlot(slots: readonly SlotValues[]): SlotValues {
  const last = slots.at(-1);
  return last ? { ...last, days: [] } : { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' };
}

export interface SlotOverlap {
  /** Which other slot, from 0. */
  other: number;
  /** The days on which they meet. */
  days: number[];
}

/** The other slots that a slot meets. Adjoining ones do not meet. */
export function slotOverlaps(slots: readonly SlotValues[], index: number): SlotOverlap[] {
  const slot = slots[index];
  if (!slot || !isComplete(slot)) return [];
  return slots.flatMap((other, position) => {
    if (position === index || !isComplete(other)) return [];
    const days = slot.days.filter((day) => other.days.includes(day));
    const meet = slot.start < closing(other.end) && other.start < closing(slot.end);
    return meet && days.length > 0 ? [{ other: position, days }] : [];
  });
}

function isComplete({ start, end }: SlotValues): boolean {
  return start !== '' && end !== '' && start < closing(end);
}

function closing(end: string): string {
  return end === '00:00' ? MIDNIGHT : end;
}

function inOrder(days: readonly number[]): number[] {
  return [...new Set(days)].sort((one, other) => one - other);
}
