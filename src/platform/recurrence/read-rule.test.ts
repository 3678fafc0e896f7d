import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule';
import { writeRule } from './rule';

const CLOCK = { timezone: 'America/New_York', startTime: '09:00' };

function written(text: string): string {
  const reading = readRule(text, CLOCK);
  return 'problem' in reading ? reading.problem : writeRule(reading.rule);
}

describe('what can be pasted', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU'],
    ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU'],
    ['  rrule:freq=weekly;byday=tu,th;  ', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ['RRULE:FREQ=WEEKLY;\r\n BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU'],
    ['FREQ=DAILY;UNTIL=20271231', 'FREQ=DAILY;UNTIL=20271231'],
  ])('%j', (text, rule) => expect(written(text)).toBe(rule));

  it('takes start and exceptions along', () => {
    expect(
      readRule(
        'DTSTART;TZID=America/New_York:19970902T090000\nRRULE:FREQ=WEEKLY\nEXDATE:19970916T090000,19970909T090000\nEXDATE;VALUE=DATE:19970930\n',
        CLOCK,
      ),
    ).toMatchObject({ start: '1997-09-02', exceptions: ['1997-09-09', '1997-09-16', '1997-09-30'] });
  });
});

describe('until', () => {
  it.each([
    // Midnight UTC is 7 PM of the day before in New York: the session of 9 AM on the 24th is out.
    ['19971224T000000Z', '19971223'],
    ['19971224T140000Z', '19971224'],
    ['19971224T135959Z', '19971223'],
    // In summer, 9 AM is 13:00 UTC.
    ['19970724T130000Z', '19970724'],
    ['19971224T090000', '19971224'],
    ['19971224T085900', '19971223'],
  ])('%s', (until, date) => expect(written(`FREQ=DAILY;UNTIL=${until}`)).toBe(`FREQ=DAILY;UNTIL=${date}`));
});

describe('what is wrong is named', () => {
  it.each([
    ['', 'Write a rule'],
    ['every Tuesday', '“every Tuesday” is not a part'],
    ['BYDAY=MO', 'FREQ is missing'],
    ['FREQ=', 'FREQ has no value'],
    ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY is not known'],
    ['FREQ=HOURLY', 'repeats within a day'],
    ['FREQ=SECONDLY;COUNT=3', 'repeats within a day'],
    ['FREQ=DAILY;BYHOUR=9,10', 'BYHOUR sets a time of day'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ is there twice'],
    ['FREQ=WEEKLY;COLOR=RED', 'COLOR is not known'],
    ['FREQ=WEEKLY;CONSTRUCTOR=1', 'CONSTRUCTOR is not known'],
    ['FREQ=WEEKLY;BYDAY=TUESDAY', 'BYDAY cannot hold “TUESDAY”'],
    ['FREQ=WEEKLY;BYDAY=2TU', 'goes with FREQ=MONTHLY'],
    ['FREQ=MONTHLY;BYDAY=6TU', 'does not exist'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'Use numbers from 1 to 31'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY cannot hold'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY does not go with FREQ=WEEKLY'],
    ['FREQ=YEARLY;BYMONTH=13', 'Use numbers from 1 to 12'],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'BYWEEKNO goes only with FREQ=YEARLY'],
    ['FREQ=DAILY;BYSETPOS=1', 'BYSETPOS chooses among'],
    ['FREQ=WEEKLY;WKST=XX', 'WKST=XX is not a weekday'],
    ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL=0 is not possible'],
    ['FREQ=WEEKLY;INTERVAL=two', 'INTERVAL=TWO is not possible'],
    ['FREQ=WEEKLY;COUNT=501', 'from 1 to 500'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'Leave one of them out'],
    ['FREQ=WEEKLY;UNTIL=tomorrow', 'is not a date'],
    ['FREQ=WEEKLY;UNTIL=20270230', 'is not a date'],
    ['DTSTART:soon\nFREQ=WEEKLY', 'DTSTART does not hold a date'],
    ['RRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY', 'more than one rule'],
    ['RRULE:FREQ=WEEKLY\nRDATE:19970902', 'RDATE adds dates'],
    ['BEGIN:VEVENT\nRRULE:FREQ=WEEKLY', 'BEGIN is not part of a rule'],
  ])('%j', (text, problem) => expect(written(text)).toContain(problem));

  it('answers any text with a rule or a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readRule(`FREQ=WEEKLY;${text}`, CLOCK);
        expect('problem' in reading ? reading.problem.length : reading.rule.interval).toBeGreaterThan(0);
      }),
    );
  });
});
