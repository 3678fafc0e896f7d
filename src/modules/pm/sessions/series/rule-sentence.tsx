import { Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { ruleWords } from '@/platform/recurrence/rule-words';
import { formatDate, todayIn } from '@/platform/time';
import { dayWords } from './day-words';
import type { RuleInForce } from './use-rule';

/** The rule read back, from when to when, and why there are not more dates. */
export function RuleSentence({ rule: { rule, problem, dates, shortened } }: { rule: RuleInForce }) {
  const thisYear = todayIn(useOrganization().timezone).slice(0, 4);
  const [first] = dates;
  const last = dates.at(-1);
  if (!rule)
    return (
      <Text size="sm" c="dimmed">
        {problem === null ? 'Say how the sessions repeat to see their dates.' : 'The rule cannot be read yet.'}
      </Text>
    );
  return (
    <div>
      <Text size="sm" fw={500}>
        {ruleWords(rule)}
      </Text>
      <Text size="xs" c="dimmed">
        {first && last
          ? `From ${dayWords(first, thisYear)} to ${dayWords(last, thisYear)}. Untick a date to skip it.`
          : 'There is no such date from the start on. Change the rule or the start.'}
      </Text>
      {shortened && last && (
        <Text size="xs" mt={4}>
          {shortened === 'year'
            ? `The rule has no end, so it is planned for twelve months, until ${formatDate(last)}. It can be extended later.`
            : `A series takes at most 500 dates. These end on ${formatDate(last)}; it can be extended later.`}
        </Text>
      )}
    </div>
  );
}
