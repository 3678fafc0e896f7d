import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawResponse } from '../../support/raw-request.ts';
import { type ApiFunction, readFunctions } from './api-catalog.ts';
import { type Attacker, layOutSiege, type Siege } from './attackers.ts';
import { callValues, idParameters } from './call-values.ts';
import { functionExpectations } from './function-expectations.ts';
import { type Ids, nobodysIds } from './furnished-clinic.ts';

const functions = await readFunctions();

let siege: Siege;
let before: Record<string, string>;

beforeAll(async () => {
  siege = await layOutSiege();
  before = await siege.digest();
}, 120_000);

afterAll(async () => {
  const after = await siege.digest();
  // Staff may look at a patient, which is logged, and may have a calendar link of their own.
  for (const allowed of ['pf_audit_log', 'pm_calendar_feeds']) {
    delete before[allowed];
    delete after[allowed];
  }
  expect(after, 'rows of the victim after all attacks').toEqual(before);
});

test('every function says what attackers must meet', () => {
  expect(functions.map(({ name }) => name)).toEqual(Object.keys(functionExpectations).sort());
});

const call = (attacker: Attacker, called: ApiFunction, from: (parameter: string) => Ids, headers = {}) =>
  siege.send(attacker, `rpc/${called.name}`, { body: callValues(called, from), headers });

/** The answer without the ids that were sent, which some refusals repeat. */
function withoutIds(answer: RawResponse, ids: Ids): [number, string] {
  let { text } = answer;
  for (const id of Object.values(ids)) if (typeof id === 'string') text = text.replaceAll(id, '<id>');
  return [answer.status, text];
}

/** What the answer says in the terms of function-expectations.ts. */
function outcomeOf(answer: RawResponse): string {
  const { code, message = '' } = answer.refusal;
  if (answer.status >= 300) return code?.startsWith('PT') ? message : (code ?? String(answer.status));
  const each = /"error":"([A-Z_]+)"/.exec(answer.text)?.[1];
  if (each !== undefined) return `each ${each}`;
  return answer.text === '[]' ? 'empty' : 'allowed';
}

const anything = expect.stringMatching(/^(allowed|empty)$/);

describe.each(functions)('$name', (called) => {
  const expected = functionExpectations[called.name] ?? { outsiders: '', staff: '' };

  const strangers = called.name === 'pf_create_organization' ? [] : (['suspended', 'stranger'] as const);
  test.each(strangers)(
    '%s gets the same answer for ids of the victim and for ids that nothing has',
    async (attacker) => {
      const nobodys = nobodysIds();
      const [answer, nothing, asCsv] = await Promise.all([
        call(attacker, called, () => siege.victim),
        call(attacker, called, () => nobodys),
        call(attacker, called, () => siege.victim, { accept: 'text/csv' }),
      ]);
      expect(outcomeOf(answer)).toEqual(expected.outsiders === 'own' ? anything : expected.outsiders);
      expect(answer.text).not.toContain(siege.victim.secret);
      expect(withoutIds(answer, siege.victim)).toEqual(withoutIds(nothing, nobodys));
      expect(asCsv.text).not.toContain(siege.victim.secret);
    },
  );

  test('the publishable key alone is refused', async () => {
    const answer = await call('anonymous', called, () => siege.victim);
    if (expected.anonymous === 'allowed') expect(outcomeOf(answer)).toBe(expected.outsiders);
    else expect([answer.status, answer.refusal.code]).toEqual([401, '42501']);
  });

  test('staff and front desk may what their roles say', async () => {
    if (called.name === 'pf_create_organization') return;
    const answer = await call('staff', called, () => siege.victim);
    expect(outcomeOf(answer)).toEqual(expected.staff === 'allowed' ? anything : expected.staff);
    if (expected.staff === 'allowed' || expected.frontDesk === 'allowed') return;
    expect(outcomeOf(await call('frontDesk', called, () => siege.victim))).toBe(expected.staff);
  });

  const parameters = idParameters(called);
  test.each(parameters.length > 1 ? parameters : [])('one’s own organization with another’s %s', async (parameter) => {
    const nobodys = nobodysIds();
    const mixed = (ids: Ids) => (each: string) => (each === parameter ? ids : siege.own);
    const answer = await call('stranger', called, mixed(siege.victim));
    const nothing = await call('stranger', called, mixed(nobodys));
    expect(answer.text).not.toContain(siege.victim.secret);
    expect(withoutIds(answer, siege.victim)).toEqual(withoutIds(nothing, nobodys));
  });
});
