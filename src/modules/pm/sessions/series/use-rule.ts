import { useMemo } from 'react';
import { readRule } from '@/platform/recurrence/read-rule';
import { anchoredRule, type Rule } from '@/platform/recurrence/rule';
import { ruleDates } from '@/platform/recurrence/rule-dates';
import { type RuleContext, ruleOfForm } from '@/platform/recurrence/rule-form';
import { type RuleForm, ruleFormSchema } from '@/platform/recurrence/rule-form.schema';
import { calendarDate, type RuleClock } from '@/platform/recurrence/rule-values';

export interface RuleInForce {
  /** Null while the form means none. */
  rule: Rule | null;
  /** What is wrong with the rule as text; null otherwise. */
  problem: string | null;
  dates: readonly string[];
  /** Dates of EXDATE, which are left out unless kept by hand. */
  exceptions: readonly string[];
  shortened: 'year' | 'limit' | null;
}

const NO_RULE: RuleInForce = { rule: null, problem: null, dates: [], exceptions: [], shortened: null };

/** The rule that the form means now, with its dates. */
export function useRule(
  form: RuleForm,
  { start, groupEnd }: RuleContext,
  { timezone, startTime }: RuleClock,
): RuleInForce {
  return useMemo(() => {
    const reading =
      form.kind === 'text' ? readRule(form.text, { timezone, startTime }) : fieldsReading(form, { start, groupEnd });
    if (reading === null) return NO_RULE;
    if ('problem' in reading) return { ...NO_RULE, problem: reading.problem };
    if (calendarDate(start) === null) return { ...NO_RULE, rule: reading.rule };
    const rule = anchoredRule(reading.rule, start);
    return { problem: null, rule, exceptions: reading.exceptions, ...ruleDates(rule, start) };
  }, [form, start, groupEnd, timezone, startTime]);
}

function fieldsReading(form: RuleForm, context: RuleContext) {
  const rule = ruleFormSchema.safeParse(form).success ? ruleOfForm(form, context) : null;
  return rule && { rule, exceptions: [] };
}
