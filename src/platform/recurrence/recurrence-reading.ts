import { readRule } from './read-rule';
import { ruleWords } from './rule-words';

/**
 * A recurrence rule as a person wrote it, read back in words, or what is wrong with it. For showing a rule, not for planning:
 * an UNTIL that is a moment is taken in UTC.
 */
export function recurrenceReading(text: string): { words: string } | { problem: string } {
  const reading = readRule(text, { timezone: 'UTC', startTime: '00:00' });
  return 'problem' in reading ? reading : { words: ruleWords(reading.rule) };
}
