import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from './parse-rule';
import { WEEKDAYS, writeRule } from './rule';
import { emptyRuleForm, formOfRule, type RuleContext, ruleOfForm, shiftedRule } from './rule-form';
import { type RuleForm, ruleFormSchema } from './rule-form.schema';

const CLOCK = { timezone: 'America/Phoenix', startTime: '09:00' };
const CONTEXT: RuleContext = { start: '2026-11-24', groupEnd: '2027-06-30' };

const day = fc.constantFrom(...WEEKDAYS);
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
  .filter((text) => text !== CONTEXT.groupEnd);

/** Only the fields that count for the kind vary; the others have what the form opens with. */
const anyForm: fc.Arbitrary<RuleForm> = fc
  .tuple(
    fc.oneof(
      fc.record({ kind: fc.constant('DAILY' as const) }),
      fc.record({
        kind: fc.constant('WEEKLY' as const),
        weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('MONTHLY' as const),
        monthly: fc.constant('day' as const),
        monthDay: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)),
      }),
      fc.record({
        kind: fc.constant('MONTHLY' as const),
        monthly: fc.constant('weekday' as const),
        nth: fc.constantFrom(1, 2, 3, 4, 5, -1),
        nthDay: day,
      }),
    ),
    fc.oneof(
      fc.record({ ending: fc.constant('count' as const), count: fc.integer({ min: 1, max: 500 }) }),
      fc.record({ ending: fc.constant('until' as const), until: date }),
      fc.record({ ending: fc.constant('group' as const) }),
    ),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([pattern, ending, interval]) => ({ ...emptyRuleForm(CONTEXT), ...pattern, ...ending, interval }));

describe('the form and the rule', () => {
  it('say the same: form -> text -> form', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(ruleFormSchema.safeParse(form).success).toBe(true);
        const rule = ruleOfForm(form, CONTEXT);
        if (!rule) throw new Error('A form of fields has a rule.');
        const read = parseRule(writeRule(rule), CLOCK);
        expect(read).toEqual(rule);
        expect(formOfRule(read, CONTEXT)).toEqual(form);
      }),
    );
  });

  it.each([
    ['FREQ=WEEKLY', { kind: 'WEEKLY', weekdays: ['TU'], ending: 'group' }],
    ['FREQ=WEEKLY;BYDAY=TH,TU', { kind: 'WEEKLY', weekdays: ['TU', 'TH'] }],
    ['FREQ=WEEKLY;BYDAY=TU;WKST=SU', { kind: 'WEEKLY', weekdays: ['TU'] }],
    ['FREQ=MONTHLY', { kind: 'MONTHLY', monthly: 'day', monthDay: 24 }],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', { kind: 'MONTHLY', monthly: 'weekday', nth: 2, nthDay: 'TU' }],
    ['FREQ=MONTHLY;UNTIL=20270630', { ending: 'group' }],
  ])('%s has fields', (text, fields) => {
    expect(formOfRule(parseRule(text, CLOCK), CONTEXT)).toMatchObject(fields);
  });

  it.each([
    'FREQ=YEARLY',
    'FREQ=DAILY;BYMONTH=1',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=2,15',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    'FREQ=MONTHLY;BYDAY=-2MO',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=TU',
  ])('%s stays text', (text) => {
    expect(formOfRule(parseRule(text, CLOCK), CONTEXT)).toMatchObject({ kind: 'text', text });
  });

  it('opens on the start’s own weekday', () => {
    expect(emptyRuleForm({ start: '2026-11-24', groupEnd: null })).toMatchObject({
      weekdays: ['TU'],
      nth: 4,
      nthDay: 'TU',
      monthDay: 24,
      ending: 'count',
    });
    expect(emptyRuleForm({ start: '2026-11-30', groupEnd: null })).toMatchObject({ nth: -1, nthDay: 'MO' });
  });
});

describe('ruleFormSchema', () => {
  const form = emptyRuleForm(CONTEXT);
  it.each([
    [{ interval: '' as const }, 'interval'],
    [{ interval: 1.5 }, 'interval'],
    [{ weekdays: [] }, 'weekdays'],
    [{ ending: 'count' as const, count: 501 }, 'count'],
    [{ ending: 'until' as const, until: '' }, 'until'],
  ])('names the field of %j', (change, field) => {
    const result = ruleFormSchema.safeParse({ ...form, ...change });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('shiftedRule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU,SU', 1, 'FREQ=WEEKLY;BYDAY=WE,MO'],
    ['FREQ=WEEKLY;BYDAY=MO', -1, 'FREQ=WEEKLY;BYDAY=SU'],
    ['FREQ=WEEKLY;BYDAY=MO', 15, 'FREQ=WEEKLY;BYDAY=TU'],
    ['FREQ=DAILY;INTERVAL=2', 1, 'FREQ=DAILY;INTERVAL=2'],
    ['FREQ=MONTHLY;BYDAY=2TU', 0, 'FREQ=MONTHLY;BYDAY=2TU'],
  ])('%s by %i', (rule, days, shifted) => {
    const moved = shiftedRule(parseRule(rule, CLOCK), days);
    expect(moved && writeRule(moved)).toBe(shifted);
  });

  it('has no words for a weekday of the month that moved', () => {
    expect(shiftedRule(parseRule('FREQ=MONTHLY;BYDAY=2TU', CLOCK), 1)).toBeNull();
  });
});
