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

function expand(rule: Rule, start: string): string[] {
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\nRRULE:${writeRule(rule)}`,
    strict: true,
  });
  try {
    return recurrence.all((_, index) => index <= MOST_DATES).map((date) => date.toString().slice(0, 10));
  } catch (error) {
    // Its answer to a rule that falls on no date, such as February 30.
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return [];
    throw error;
  }
}
