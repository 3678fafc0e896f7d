import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../support/refusal.ts';
import { openSeriesClinic, type SeriesClinic } from './series-clinic.ts';

let world: SeriesClinic;
beforeAll(async () => {
  world = await openSeriesClinic();
});
afterAll(() => world.database.close());

// The examples of RFC 5545 section 3.8.5.3 that speak of days.
test.each([
  'FREQ=DAILY;COUNT=10',
  'FREQ=DAILY;UNTIL=19971224T000000Z',
  'FREQ=DAILY;INTERVAL=2',
  'FREQ=DAILY;INTERVAL=10;COUNT=5',
  'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
  'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
  'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
  'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
  'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
  'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
  'FREQ=MONTHLY;BYMONTHDAY=-3',
  'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
  'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
  'FREQ=YEARLY;BYDAY=20MO',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
  'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
  'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
  'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
  'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=WEEKLY;UNTIL=20270101',
  'RRULE:FREQ=WEEKLY',
  'freq=weekly;byday=mo',
])('a rule of days is taken: %s', async (recurrence_rule) => {
  const { series_id } = await world.schedule(['2030-01-01'], { recurrence_rule });
  const { rows } = await world.database.pool.query(
    'select recurrence_rule from public.pm_session_series where id = $1',
    [series_id],
  );
  // Kept as RFC 5545 writes it.
  expect(rows).toEqual([{ recurrence_rule: recurrence_rule.toUpperCase().replace('RRULE:', '') }]);
});

test.each([
  ['sometimes', 'SOMETIMES'],
  ['BYDAY=TU', 'needs FREQ'],
  ['FREQ=HOURLY;INTERVAL=3', 'FREQ=HOURLY'],
  ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY'],
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX'],
  ['FREQ=WEEKLY;BYDAY=', 'BYDAY='],
  ['FREQ=WEEKLY;BYDAY=TU,,TH', 'BYDAY=TU,,TH'],
  ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL=0'],
  ['FREQ=WEEKLY;INTERVAL=-1', 'INTERVAL=-1'],
  ['FREQ=WEEKLY;COUNT=0', 'COUNT=0'],
  ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'not by both'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ=DAILY'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
  ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH=13'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY=0MO'],
  ['FREQ=MONTHLY;BYDAY=54MO', 'BYDAY=54MO'],
  ['FREQ=WEEKLY;UNTIL=20271301', 'UNTIL=20271301'],
  ['FREQ=WEEKLY;UNTIL=tomorrow', 'UNTIL=TOMORROW'],
  ['FREQ=WEEKLY;', 'cannot be read'],
  ['FREQ=WEEKLY;BYHOUR=9', 'BYHOUR=9'],
  ['FREQ=WEEKLY;X=Y', 'X=Y'],
  ['DTSTART:20270101\nRRULE:FREQ=WEEKLY', 'DTSTART'],
  ['FREQ=WEEKLY\nEXDATE:20270101', 'FREQ=WEEKLY'],
  ["FREQ=WEEKLY;BYDAY='", "BYDAY='"],
])('a wrong rule is refused, and the wrong part is named: %j', async (recurrence_rule, part) => {
  const before = await world.counts();
  const refusal = await refusalOf(world.schedule(['2030-01-01'], { recurrence_rule }));
  expect(refusal).toMatchObject({ code: 'INVALID_RECURRENCE_RULE', sqlstate: 'PT400' });
  expect(refusal.detail).toContain(part);
  expect(await world.counts()).toEqual(before);
});

test('nothing is no rule; 10,000 characters are not taken', async () => {
  for (const recurrence_rule of [null, '', '  ']) {
    const { series_id } = await world.schedule(['2030-01-01'], { recurrence_rule });
    const { rows } = await world.database.pool.query(
      'select recurrence_rule from public.pm_session_series where id = $1',
      [series_id],
    );
    expect(rows, JSON.stringify(recurrence_rule)).toEqual([{ recurrence_rule: null }]);
  }
  const endless = `FREQ=WEEKLY;BYDAY=${Array(3_300).fill('TU').join(',')}`;
  expect((await refusalOf(world.schedule(['2030-01-01'], { recurrence_rule: endless }))).constraint).toBe(
    'pm_session_series_recurrence_rule_length',
  );
  expect((await refusalOf(world.schedule(['2030-01-01'], { recurrence_rule: 'x'.repeat(10_000) }))).code).toBe(
    'INVALID_RECURRENCE_RULE',
  );
});
