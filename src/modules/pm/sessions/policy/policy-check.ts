import { Temporal } from 'temporal-polyfill';
import type { SessionPolicy } from './session-policy';

/** When a session would be, on the organization's wall clock: date `YYYY-MM-DD`, times `HH:MM`. */
export interface PlannedTime {
  date: string;
  start: string;
  end: string;
}

export type PolicyProblem = 'advance_notice' | 'time_slot';

/**
 * What of the policy a planned session would break; the server decides when it is saved. `earliest` is the wall clock of now
 * and the group's notice together.
 */
export function policyProblems(
  policy: Pick<SessionPolicy, 'advance_notice_hours' | 'allowed_time_slots'>,
  plan: PlannedTime,
  earliest: { date: string; time: string },
): PolicyProblem[] {
  if (plan.date === '' || plan.start === '' || plan.end === '') return [];
  const tooSoon =
    policy.advance_notice_hours > 0 && `${plan.date} ${plan.start.slice(0, 5)}` < `${earliest.date} ${earliest.time}`;
  return [...(tooSoon ? ['advance_notice' as const] : []), ...(fitsSlots(policy, plan) ? [] : ['time_slot' as const])];
}

/** Whether the whole session is within one slot. */
function fitsSlots(
  { allowed_time_slots: slots }: Pick<SessionPolicy, 'allowed_time_slots'>,
  plan: PlannedTime,
): boolean {
  const day = Temporal.PlainDate.from(plan.date).dayOfWeek;
  return (
    slots.length === 0 ||
    slots.some(
      ({ days, start, end }) => days.includes(day) && plan.start.slice(0, 5) >= start && plan.end.slice(0, 5) <= end,
    )
  );
}
