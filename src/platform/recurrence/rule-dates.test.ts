import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule';
import { anchoredRule } from './rule';
import { nextRuleDate, ruleDates } from './rule-dates';

const NEW_YORK = { timezone: 'America/New_York', startTime: '09:00' };

function datesOf(text: string, start: string, until?: string): readonly string[] {
  const reading = readRule(text, NEW_YORK);
  if ('problem' in reading) throw new Error(reading.problem);
  const { dates } = ruleDates(until ? { ...reading.rule, until } : reading.rule, start);
  return dates.filter((date) => !reading.exceptions.includes(date));
}

/** "1997 Sep 2 9, Oct 1": a year or a month stands for all that follows it. */
function listed(text: string): string[] {
  const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  let year = '';
  let month = '';
  return text.split(/[\s,]+/).flatMap((word) => {
    if (/^\d{4}$/.test(word)) year = word;
    else if (MONTHS.includes(word)) month = String(MONTHS.indexOf(word) + 1).padStart(2, '0');
    else {
      const [first = '', last = first] = word.split('-');
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${year}-${month}-${String(Number(first) + index).padStart(2, '0')}`,
      );
    }
    return [];
  });
}

/** RFC 5545, 3.8.5.3: each example of daily or longer frequency, with its dates. Those "forever" are followed to the last listed. */
const EXAMPLES: readonly (readonly [name: string, start: string, rule: string, dates: string])[] = [
  ['daily for 10', '1997-09-02', 'FREQ=DAILY;COUNT=10', '1997 Sep 2-11'],
  [
    'daily until December 24',
    '1997-09-02',
    'FREQ=DAILY;UNTIL=19971224T000000Z',
    '1997 Sep 2-30, Oct 1-31, Nov 1-30, Dec 1-23',
  ],
  [
    'every other day, forever',
    '1997-09-02',
    'FREQ=DAILY;INTERVAL=2',
    '1997 Sep 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 Oct 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 Nov 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 Dec 1 3',
  ],
  ['every 10 days, 5 times', '1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997 Sep 2 12 22 Oct 2 12'],
  [
    'every day in January, by year',
    '1998-01-01',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    '1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31',
  ],
  [
    'every day in January, by day',
    '1998-01-01',
    'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
    '1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31',
  ],
  ['weekly for 10', '1997-09-02', 'FREQ=WEEKLY;COUNT=10', '1997 Sep 2 9 16 23 30 Oct 7 14 21 28 Nov 4'],
  [
    'weekly until December 24',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    '1997 Sep 2 9 16 23 30 Oct 7 14 21 28 Nov 4 11 18 25 Dec 2 9 16 23',
  ],
  [
    'every other week, forever',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    '1997 Sep 2 16 30 Oct 14 28 Nov 11 25 Dec 9 23 1998 Jan 6 20 Feb 3 17',
  ],
  [
    'Tuesday and Thursday for five weeks, until',
    '1997-09-02',
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997 Sep 2 4 9 11 16 18 23 25 30 Oct 2',
  ],
  [
    'Tuesday and Thursday for five weeks, count',
    '1997-09-02',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997 Sep 2 4 9 11 16 18 23 25 30 Oct 2',
  ],
  [
    'every other week on three days',
    '1997-09-01',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997 Sep 1 3 5 15 17 19 29 Oct 1 3 13 15 17 27 29 31 Nov 10 12 14 24 26 28 Dec 8 10 12 22',
  ],
  [
    'every other week on two days, 8 times',
    '1997-09-02',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997 Sep 2 4 16 18 30 Oct 2 14 16',
  ],
  [
    'the first Friday for 10',
    '1997-09-05',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997 Sep 5 Oct 3 Nov 7 Dec 5 1998 Jan 2 Feb 6 Mar 6 Apr 3 May 1 Jun 5',
  ],
  [
    'the first Friday until December 24',
    '1997-09-05',
    'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
    '1997 Sep 5 Oct 3 Nov 7 Dec 5',
  ],
  [
    'first and last Sunday of every other month',
    '1997-09-07',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997 Sep 7 28 Nov 2 30 1998 Jan 4 25 Mar 1 29 May 3 31',
  ],
  [
    'the second-to-last Monday',
    '1997-09-22',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997 Sep 22 Oct 20 Nov 17 Dec 22 1998 Jan 19 Feb 16',
  ],
  [
    'the third-to-last day, forever',
    '1997-09-28',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997 Sep 28 Oct 29 Nov 28 Dec 29 1998 Jan 29 Feb 26',
  ],
  [
    'the 2nd and 15th',
    '1997-09-02',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997 Sep 2 15 Oct 2 15 Nov 2 15 Dec 2 15 1998 Jan 2 15',
  ],
  [
    'first and last day of the month',
    '1997-09-30',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997 Sep 30 Oct 1 31 Nov 1 30 Dec 1 31 1998 Jan 1 31 Feb 1',
  ],
  [
    '10th to 15th every 18 months',
    '1997-09-10',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997 Sep 10-15 1999 Mar 10-13',
  ],
  [
    'every Tuesday of every other month',
    '1997-09-02',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997 Sep 2 9 16 23 30 Nov 4 11 18 25 1998 Jan 6 13 20 27 Mar 3 10 17 24 31',
  ],
  [
    'yearly in June and July',
    '1997-06-10',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997 Jun 10 Jul 10 1998 Jun 10 Jul 10 1999 Jun 10 Jul 10 2000 Jun 10 Jul 10 2001 Jun 10 Jul 10',
  ],
  [
    'every other year in three months',
    '1997-03-10',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997 Mar 10 1999 Jan 10 Feb 10 Mar 10 2001 Jan 10 Feb 10 Mar 10 2003 Jan 10 Feb 10 Mar 10',
  ],
  [
    'three days of every third year',
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997 Jan 1 Apr 10 Jul 19 2000 Jan 1 Apr 9 Jul 18 2003 Jan 1 Apr 10 Jul 19 2006 Jan 1',
  ],
  ['every 20th Monday of the year', '1997-05-19', 'FREQ=YEARLY;BYDAY=20MO', '1997 May 19 1998 May 18 1999 May 17'],
  ['Monday of week 20', '1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997 May 12 1998 May 11 1999 May 17'],
  [
    'every Thursday in March',
    '1997-03-13',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997 Mar 13 20 27 1998 Mar 5 12 19 26 1999 Mar 4 11 18 25',
  ],
  [
    'every Thursday in summer',
    '1997-06-05',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    '1997 Jun 5 12 19 26 Jul 3 10 17 24 31 Aug 7 14 21 28 1998 Jun 4 11 18 25 Jul 2 9 16 23 30 Aug 6 13 20 27 1999 Jun 3 10 17 24 Jul 1 8 15 22 29 Aug 5 12 19 26',
  ],
  [
    'Friday the 13th',
    '1997-09-02',
    'EXDATE;TZID=America/New_York:19970902T090000\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1998 Feb 13 Mar 13 Nov 13 1999 Aug 13 2000 Oct 13',
  ],
  [
    'first Saturday after the first Sunday',
    '1997-09-13',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997 Sep 13 Oct 11 Nov 8 Dec 13 1998 Jan 10 Feb 7 Mar 7 Apr 11 May 9 Jun 13',
  ],
  [
    'election day',
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996 Nov 5 2000 Nov 7 2004 Nov 2',
  ],
  [
    'the third Tuesday, Wednesday or Thursday',
    '1997-09-04',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '1997 Sep 4 Oct 7 Nov 6',
  ],
  [
    'the second-to-last weekday',
    '1997-09-29',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997 Sep 29 Oct 30 Nov 27 Dec 30 1998 Jan 29 Feb 26 Mar 30',
  ],
  [
    'weeks that start on Monday',
    '1997-08-05',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997 Aug 5 10 19 24',
  ],
  [
    'weeks that start on Sunday',
    '1997-08-05',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997 Aug 5 17 19 31',
  ],
  [
    'a day that February lacks',
    '2007-01-15',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    '2007 Jan 15 30 Feb 15 Mar 15 30',
  ],
];

describe('the examples of RFC 5545, 3.8.5.3', () => {
  it.each(EXAMPLES)('%s', (_, start, rule, expected) => {
    const dates = listed(expected);
    const endless = !/COUNT|UNTIL/.test(rule);
    expect(datesOf(rule, start, endless ? dates.at(-1) : undefined)).toEqual(dates);
  });

  it.each(EXAMPLES)('%s, with its days written out', (_, start, text) => {
    const reading = readRule(text, NEW_YORK);
    if ('problem' in reading) throw new Error(reading.problem);
    expect(ruleDates(anchoredRule(reading.rule, start), start)).toEqual(ruleDates(reading.rule, start));
  });
});

describe('clock changes', () => {
  // The clock goes forward on 2027-03-14 and back on 2026-11-01 in New York; Phoenix has no such nights.
  it.each([
    ['2026-10-30', '2026 Oct 30-31 Nov 1-3'],
    ['2027-03-12', '2027 Mar 12-16'],
  ])('pass over no date and double none, from %s', (start, expected) => {
    for (const timezone of ['America/New_York', 'America/Phoenix'])
      for (const startTime of ['00:00', '01:30', '02:30', '23:30']) {
        const reading = readRule('FREQ=DAILY;COUNT=5', { timezone, startTime });
        if ('problem' in reading) throw new Error(reading.problem);
        expect(ruleDates(reading.rule, start).dates).toEqual(listed(expected));
      }
  });

  it('keep the hour on the wall', () => {
    const instants = (timezone: string) =>
      datesOf('FREQ=WEEKLY;COUNT=2', '2026-10-29').map((date) =>
        Temporal.PlainDateTime.from(`${date}T09:00`).toZonedDateTime(timezone).toInstant().toString(),
      );
    expect(instants('America/New_York')).toEqual(['2026-10-29T13:00:00Z', '2026-11-05T14:00:00Z']);
    expect(instants('America/Phoenix')).toEqual(['2026-10-29T16:00:00Z', '2026-11-05T16:00:00Z']);
  });
});

describe('rules without a sensible end', () => {
  it('are followed for a year', () => {
    const reading = readRule('FREQ=WEEKLY;BYDAY=TU', NEW_YORK);
    if ('problem' in reading) throw new Error(reading.problem);
    const { dates, shortened } = ruleDates(reading.rule, '2026-11-24');
    expect([dates.length, dates.at(-1), shortened]).toEqual([53, '2027-11-23', 'year']);
  });

  it('give at most 500 dates', () => {
    const reading = readRule('FREQ=DAILY;UNTIL=20291231', NEW_YORK);
    if ('problem' in reading) throw new Error(reading.problem);
    const { dates, shortened } = ruleDates(reading.rule, '2026-11-24');
    expect([dates.length, shortened]).toEqual([500, 'limit']);
  });

  it.each(['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', 'FREQ=WEEKLY;UNTIL=20200101'])(
    'may have no date: %s',
    (rule) => {
      expect(datesOf(rule, '2026-11-24')).toEqual([]);
    },
  );
});

describe('nextRuleDate', () => {
  it.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3', '2026-11-24', '2026-12-22', '2027-01-05'],
    ['FREQ=WEEKLY;BYDAY=TU,TH', '2020-01-01', '2026-11-24', '2026-11-26'],
    ['FREQ=DAILY', '2020-01-01', '2026-11-24', '2026-11-25'],
    ['FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261201', '2026-01-30', '2026-11-27', '2026-12-25'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-30', '2026-11-27', null],
  ])('%s from %s after %s', (rule, start, after, next) => {
    const reading = readRule(rule, NEW_YORK);
    if ('problem' in reading) throw new Error(reading.problem);
    expect(nextRuleDate(reading.rule, start, after)).toBe(next);
  });
});
