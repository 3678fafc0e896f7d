import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { service } from '../../support/api.ts';
import type { RawResponse } from '../../support/raw-request.ts';
import { type Relation, readRelations, readRowOf } from './api-catalog.ts';
import { type Attacker, layOutSiege, outsiders, type Siege } from './attackers.ts';
import { type TableExpectation, tableExpectations } from './table-expectations.ts';

const relations = await readRelations();
const writers: readonly Attacker[] = ['staff', ...outsiders];
const representation = { prefer: 'return=representation' };
const merge = { prefer: 'resolution=merge-duplicates,return=representation' };

let siege: Siege;
let before: Record<string, string>;

beforeAll(async () => {
  siege = await layOutSiege();
  before = await siege.digest();
}, 120_000);

afterAll(async () => {
  expect(await siege.digest(), 'rows of the victim after all attacks').toEqual(before);
});

test('every table and view says what attackers must meet', () => {
  expect(relations.map(({ name }) => name)).toEqual(Object.keys(tableExpectations).sort());
});

const codeOf = (answer: RawResponse) =>
  answer.refusal.code?.startsWith('PT') ? answer.refusal.message : answer.refusal.code;
const statusOf = (attacker: Attacker) => (attacker === 'anonymous' ? 401 : 403);
const pick = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

/** A table, its columns that are served, and the address of one row of the victim. */
async function targetOf(relation: Relation) {
  const row = await readRowOf(relation, siege.victim.organization_id);
  const key = relation.primaryKey.length > 0 ? relation.primaryKey : ['id'];
  const served = relation.columns.filter((column) => !relation.unreadable.includes(column)).join(',');
  const writable = relation.columns.filter((column) => !relation.generated.includes(column));
  return { row, served, writable, where: key.map((column) => `${column}=eq.${row[column]}`).join('&') };
}

describe.each(relations)('$name', (relation) => {
  const expectation: TableExpectation = tableExpectations[relation.name] ?? {
    ...{ staff: 'nothing', update: 'refused', delete: 'refused' },
  };

  test('hides the columns that it must', () => {
    expect(relation.unreadable).toEqual(expectation.hidden ?? []);
  });

  test.each(outsiders)('gives %s no row, no count, no CSV', async (attacker) => {
    const { served, where } = await targetOf(relation);
    const path = `${relation.name}?select=${served}&${where}`;
    const everything = `${relation.name}?select=${served}&limit=1000`;
    const exact = { prefer: 'count=exact' };
    const answers = await Promise.all([
      siege.send(attacker, path, { headers: exact }),
      siege.send(attacker, path, { headers: { ...exact, range: '0-0' } }),
      siege.send(attacker, path, { method: 'HEAD', headers: exact }),
      siege.send(attacker, path, { headers: { accept: 'text/csv' } }),
      siege.send(attacker, path, { headers: { accept: 'application/vnd.pgrst.object+json' } }),
      siege.send(attacker, `${relation.name}?select=count()&${where}`),
      siege.send(attacker, everything, { headers: exact }),
      siege.send(attacker, everything, { headers: { accept: 'text/csv' } }),
    ]);
    for (const { text } of answers) expect(text).not.toContain(siege.victim.secret);
    if (expectation.isCatalogue && attacker !== 'anonymous') return;
    for (const { text } of answers) expect(text).not.toContain(siege.victim.organization_id);
    const [list, ranged, head, csv, object, count] = answers.map(({ status }) => status);
    if (attacker === 'anonymous') {
      expect([list, ranged, head, csv, object, count]).toEqual([401, 401, 401, 401, 401, 401]);
      return;
    }
    expect(answers[0]?.body).toEqual([]);
    for (const answer of answers.slice(0, 3)) expect(answer.headers.get('content-range')).toBe('*/0');
    expect([list, csv, object, count]).toEqual([200, 200, 406, 200]);
    expect(answers[5]?.body).toEqual([{ count: 0 }]);
    expect(answers[3]?.text.trim().split('\n').length, 'the head of the CSV alone').toBeLessThanOrEqual(1);
  });

  test('gives staff what staff may see, and no more', async () => {
    const { served, where } = await targetOf(relation);
    const answer = await siege.send('staff', `${relation.name}?select=${served}&${where}`);
    expect([answer.status, answer.body]).toEqual([200, expectation.staff === 'rows' ? [expect.anything()] : []]);
    const star = await siege.send('staff', `${relation.name}?select=*&${where}`);
    expect(star.status).toBe(expectation.hidden ? 403 : 200);
  });

  test.each(writers)('takes no row from %s: insert, bulk insert, upsert', async (attacker) => {
    const { row, writable } = await targetOf(relation);
    const copy = pick(row, relation.insertable.length > 0 ? relation.insertable : writable);
    const withKey = pick(
      row,
      [...new Set([...Object.keys(copy), ...relation.primaryKey])].filter((c) => writable.includes(c)),
    );
    const answers = await Promise.all([
      siege.send(attacker, relation.name, { body: copy, headers: representation }),
      siege.send(attacker, relation.name, { body: [copy, copy], headers: representation }),
      siege.send(attacker, relation.name, { body: withKey, headers: merge }),
      siege.send(attacker, relation.name, { body: pick(row, writable), headers: merge }),
    ]);
    // Staff may see the group that a refusal names.
    if (attacker !== 'staff') for (const { text } of answers) expect(text).not.toContain(siege.victim.secret);
    if (expectation.isView) {
      expect(answers.map(codeOf)).toEqual(['55000', '55000', '55000', '55000']);
      return;
    }
    if (expectation.ownInsert && attacker === 'staff') {
      const own =
        z
          .array(z.object({ user_id: z.string() }))
          .length(1)
          .parse(answers[0]?.body)[0]?.user_id ?? '';
      expect(own).not.toBe(row.user_id);
      expect(answers.slice(1).map(codeOf)).toEqual(['23505', '42501', '42501']);
      await service().from('pf_notification_settings').delete().eq('user_id', own).throwOnError();
      return;
    }
    const special = attacker !== 'staff' && attacker !== 'anonymous' && expectation.outsidersInsert;
    const [insert, bulk, ...upserts] = answers.map(codeOf);
    expect([insert, bulk]).toEqual([special || '42501', special || '42501']);
    expect(upserts).toEqual(['42501', '42501']);
    if (!special) expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([statusOf(attacker)]));
  });

  test.each(writers)('lets %s change and delete nothing', async (attacker) => {
    const { row, writable, served, where } = await targetOf(relation);
    const body = pick(row, relation.updatable.length > 0 ? relation.updatable : writable);
    const headers = representation;
    const target = `${relation.name}?${where}&select=${served}`;
    const update = await siege.send(attacker, target, { method: 'PATCH', body, headers });
    const remove = await siege.send(attacker, target, { method: 'DELETE', headers });
    for (const [answer, expected] of [
      [update, expectation.update],
      [remove, expectation.delete],
    ] as const) {
      if (expectation.isView) expect(codeOf(answer)).toBe('55000');
      else if (expected === 'nothing' && attacker !== 'anonymous')
        expect([answer.status, answer.body]).toEqual([200, []]);
      else expect([answer.status, codeOf(answer)]).toEqual([statusOf(attacker), '42501']);
    }
  });
});
