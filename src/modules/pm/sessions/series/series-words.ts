import { readRule } from '@/platform/recurrence/read-rule';
import { patternWords } from '@/platform/recurrence/rule-words';

/** How often a series meets, without when it ends; other words for one whose dates were chosen by hand. */
export function seriesWords(rule: string | null): string {
  if (rule === null) return 'On dates of its own';
  // Only the end of a rule depends on a clock, and that is not said here.
  const reading = readRule(rule, { timezone: 'UTC', startTime: '00:00' });
  return 'problem' in reading ? rule : patternWords(reading.rule);
}
