import { describe, expect, it } from 'vitest';
import { listWords, looksLikeRecurrence, recurrenceWords } from './recurrence';

describe('looksLikeRecurrence', () => {
  it.each(['FREQ=WEEKLY', 'RRULE:FREQ=DAILY;COUNT=3', 'freq=weekly;byday=mo', 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270101'])(
    'takes %s',
    (rule) => expect(looksLikeRecurrence(rule)).toBe(true),
  );

  it.each([
    '',
    'every Tuesday',
    'FREQ=',
    'FREQ=SOMETIMES',
    'BYDAY=MO',
    'FREQ=WEEKLY;',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=DAILY;X=1',
  ])('refuses "%s"', (rule) => expect(looksLikeRecurrence(rule)).toBe(false));
});

describe('recurrenceWords', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU,TH', 'Every week on Tuesday and Thursday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'Every 2 weeks on Monday'],
    ['FREQ=DAILY;COUNT=10', 'Every day, 10 times'],
    ['FREQ=MONTHLY', 'Every month'],
    ['FREQ=MONTHLY;BYDAY=1TU', null],
    ['FREQ=WEEKLY;UNTIL=20270101', null],
    ['FREQ=WEEKLY;INTERVAL=0', null],
    ['nonsense', null],
  ])('%s', (rule, words) => {
    expect(recurrenceWords(rule)).toBe(words);
  });
});

it('lists names', () => {
  expect([[], ['Ben'], ['Ben', 'Ana'], ['Ben', 'Ana', 'Olu']].map(listWords)).toEqual([
    '',
    'Ben',
    'Ben and Ana',
    'Ben, Ana and Olu',
  ]);
});
