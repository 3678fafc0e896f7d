import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type Rule, writeRule } from './rule';

/** As many as `pm_schedule_series` takes at once. */
export const MOST_DATES = 500;
const MOST_MONTHS = 12;

export interface RuleDates {
  /** `YYYY-MM-DD`, in order. */
  dates: readonly string[];
  /** Why there are not all of them: a rule without an end is followed for a year, and no series takes more than 500. */
  shortened: 'year' | 'limit' | null;
}

/** The dates of the rule from `start` (`YYYY-MM-DD`) on. They are wall-clock dates: no zone and no clock change has a part in it. */
export function ruleDates(rule: Rule, start: string): RuleDates {
  const endless = rule.count === null && rule.until === null;
  const bounded = endless ? { ...rule, until: yearFrom(start) } : rule;
  const dates = expand(bounded, start);
  if (dates.length > MOST_DATES) return { dates: dates.slice(0, MOST_DATES), shortened: 'limit' };
  return { dates, shortened: endless ? 'year' : null };
}

function yearFrom(start: string): string {
  return Temporal.PlainDate.from(start).add({ months: MOST_MONTHS }).subtract({ days: 1 }).toString();
}

/** The rule's first date after `after`, counted from `start`, so that every second week stays that week; its end is passed over. */
export function nextRuleDate(rule: Rule, start: string, after: string): string | null {
  const next = orNoDate(
    () => recurrence({ ...rule, count: null, until: null }, start).next(new Date(`${after}T00:00:00Z`)),
    null,
  );
  return next?.toString().slice(0, 10) ?? null;
}

function expand(rule: Rule, start: string): string[] {
  return orNoDate(() => recurrence(rule, start).all((_, index) => index <= MOST_DATES), []).map((date) =>
    date.toString().slice(0, 10),
  );
}

function recurrence(rule: Rule, start: string): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\nRRULE:${writeRule(rule)}`,
    strict: true,
  });
}

/** The library gives up with an error on a rule that falls on no date, such as February 30. */
function orNoDate<Answer>(ask: () => Answer, none: Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return none;
    throw error;
  }
}
