import { parseRule } from './parse-rule';
import type { Rule } from './rule';
import { shorten } from './rule-parts';
import { RuleProblem } from './rule-problem';
import { calendarDate, type RuleClock } from './rule-values';

export interface RuleReading {
  rule: Rule;
  /** The date of DTSTART, if there was one. */
  start: string | null;
  /** The dates of EXDATE. */
  exceptions: readonly string[];
}

/**
 * Reads what a person pasted: one rule, with or without "RRULE:", perhaps with DTSTART and EXDATE lines as calendars write
 * them. Dates are taken as written, on the wall clock. Answers a problem in words for everything else.
 */
export function readRule(text: string, clock: RuleClock): RuleReading | { problem: string } {
  try {
    return readLines(text, clock);
  } catch (error) {
    if (error instanceof RuleProblem) return { problem: error.message };
    throw error;
  }
}

function readLines(text: string, clock: RuleClock): RuleReading {
  const rules: string[] = [];
  const exceptions: string[] = [];
  let start: string | null = null;
  for (const line of unfold(text)) {
    const [, property = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/is.exec(line) ?? [];
    const name = property.toUpperCase();
    if (name === '' || name === 'RRULE') rules.push(name === '' ? line : value);
    else if (name === 'EXDATE') exceptions.push(...value.split(',').map((date) => writtenDate(name, date)));
    else if (name === 'DTSTART') start = writtenDate(name, value);
    else if (name === 'RDATE')
      throw new RuleProblem(
        'RDATE adds dates outside of the rule. Leave it out, and schedule them as single sessions.',
      );
    else
      throw new RuleProblem(`${shorten(name)} is not part of a rule. Paste only the lines RRULE, DTSTART and EXDATE.`);
  }
  const [rule, another] = rules;
  if (rule === undefined) throw new RuleProblem('Write a rule such as FREQ=WEEKLY;BYDAY=TU,TH.');
  if (another !== undefined)
    throw new RuleProblem('There is more than one rule. Schedule each as a series of its own.');
  return { rule: parseRule(rule, clock), start, exceptions: [...new Set(exceptions)].sort() };
}

/** Lines that begin with a space continue the one before (RFC 5545, 3.1); empty ones are nothing. */
function unfold(text: string): string[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function writtenDate(name: string, value: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/i.exec(value.trim());
  const date = match && calendarDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (!date)
    throw new RuleProblem(`${name} does not hold a date: “${shorten(value)}”. Write it as in ${name}:20271231.`);
  return date;
}
