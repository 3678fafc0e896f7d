import { expect, it } from 'vitest';
import { parseRule } from './parse-rule';
import { anchoredRule } from './rule';
import { patternWords, ruleWords } from './rule-words';

const CLOCK = { timezone: 'America/Phoenix', startTime: '09:00' };

it.each([
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'Every 3 days, 5 times'],
  ['FREQ=WEEKLY;BYDAY=TH,TU;COUNT=10', 'Every week on Tuesday and Thursday, 10 times'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'Every day'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'Every 2 weeks on Monday, Tuesday, Wednesday, Thursday, and Friday'],
  ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270601', 'Every week on Monday until Jun 1, 2027'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=1', 'Every month on the last Friday, once'],
  ['FREQ=MONTHLY;BYDAY=-2MO', 'Every month on the 2nd to last Monday'],
  ['FREQ=MONTHLY;BYDAY=1SU,-1SU', 'Every month on the 1st Sunday and the last Sunday'],
  ['FREQ=MONTHLY;BYMONTHDAY=11', 'Every month on the 11th'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,-1', 'Every month on the 1st and the last day'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'Every month on Friday if that is the 13th'],
  ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', 'Every month on Monday and Tuesday, only the last of these'],
  ['FREQ=YEARLY;BYMONTH=1;BYDAY=1MO', 'Every year on the 1st Monday in January'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'Every year on Monday in the 20th week of the year'],
  ['FREQ=YEARLY;BYYEARDAY=100,-1', 'Every year on the 100th and the last day of the year'],
])('%s', (rule, words) => {
  expect(ruleWords(parseRule(rule, CLOCK))).toBe(words);
});

it('says the pattern alone', () => {
  expect(patternWords(parseRule('FREQ=WEEKLY;BYDAY=TU;COUNT=10', CLOCK))).toBe('Every week on Tuesday');
});

it.each([
  ['FREQ=WEEKLY', 'Every week on Tuesday'],
  ['FREQ=MONTHLY', 'Every month on the 24th'],
  ['FREQ=YEARLY', 'Every year on the 24th in November'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'Every year on Tuesday in the 20th week of the year'],
  ['FREQ=YEARLY;BYMONTH=6,7', 'Every year on the 24th in June and July'],
  ['FREQ=DAILY', 'Every day'],
])('%s says its days once it has a start', (rule, words) => {
  expect(ruleWords(anchoredRule(parseRule(rule, CLOCK), '2026-11-24'))).toBe(words);
});
