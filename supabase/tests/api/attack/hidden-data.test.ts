import { beforeAll, describe, expect, test } from 'vitest';
import { readRelations } from './api-catalog.ts';
import { layOutSiege, type Siege } from './attackers.ts';

const hidden = (await readRelations()).flatMap(({ name, unreadable }) =>
  unreadable.map((column) => [name, column] as const),
);

let siege: Siege;

beforeAll(async () => {
  siege = await layOutSiege();
}, 120_000);

describe.each(hidden)('%s.%s', (table, column) => {
  const ways: [string, string][] = [
    ['selected', `${table}?select=${column}`],
    ['renamed', `${table}?select=id,x:${column}`],
    ['cast', `${table}?select=${column}::text`],
    ['with everything', `${table}?select=*`],
    ['by default', table],
    ['filtered', `${table}?select=id&${column}=not.is.null`],
    ['guessed by its beginning', `${table}?select=id&${column}=like.a*`],
    ['in a condition', `${table}?select=id&or=(${column}.is.null,id.not.is.null)`],
    ['negated', `${table}?select=id&not.and=(${column}.is.null)`],
    ['ordered by', `${table}?select=id&order=${column}.desc`],
    ['counted', `${table}?select=${column}.count()`],
    ['embedded', `pf_organizations?select=id,${table}(${column})`],
    ['embedded and filtered', `pf_organizations?select=id,${table}!inner(id)&${table}.${column}=not.is.null`],
  ];

  test.each(ways)('%s: refused, to its owner too', async (_way, path) => {
    const admin = await siege.send('stranger', path);
    expect(admin.status, admin.text).toBeGreaterThanOrEqual(400);
    // A calendar link has no way to the organization but over its owner.
    if (!path.startsWith('pf_organizations') || table === 'pf_invitations') expect(admin.refusal.code).toBe('42501');
    const csv = await siege.send('staff', path, { headers: { accept: 'text/csv' } });
    expect(csv.status, csv.text).toBeGreaterThanOrEqual(400);
  });

  test('not returned by a change either', async () => {
    const answer = await siege.send('stranger', `${table}?id=not.is.null&select=${column}`, {
      method: 'DELETE',
      headers: { prefer: 'return=representation' },
    });
    expect([answer.status, answer.refusal.code]).toEqual([403, '42501']);
  });
});

const deletedRows: [table: string, id: () => string][] = [
  ['pm_patients', () => siege.victim.deleted_patient_id],
  ['pm_group_definitions', () => siege.victim.deleted_group_definition_id],
  ['pm_group_overview', () => siege.victim.deleted_group_definition_id],
  ['pm_group_enrollments', () => siege.victim.deleted_enrollment_id],
];

test.each(deletedRows)('deleted rows of %s are not served, asked in whatever way', async (table, id) => {
  for (const filter of [
    `id=eq.${id()}`,
    `id=in.(${id()})`,
    'deleted_at=not.is.null',
    'deleted_at=gt.2000-01-01',
    `or=(deleted_at.not.is.null,id.eq.${id()})`,
    `not.and=(deleted_at.is.null)`,
  ]) {
    for (const attacker of ['staff', 'frontDesk', 'stranger'] as const) {
      const headers = { prefer: 'count=exact' };
      const answer = await siege.send(attacker, `${table}?select=id,deleted_at&${filter}`, { headers });
      expect([answer.status, answer.body], `${attacker} ${filter}`).toEqual([200, []]);
      expect(answer.headers.get('content-range')).toBe('*/0');
    }
  }
});

test('a deleted patient is found by no search and embedded in nothing', async () => {
  const { deleted_patient_id, organization_id, secret } = siege.victim;
  const search = await siege.send('staff', 'rpc/pm_search_patients', { body: { organization_id, query: secret } });
  expect(search.text).toContain(siege.victim.patient_id);
  expect(search.text).not.toContain(deleted_patient_id);
  const byText = await siege.send('staff', `pm_patients?select=id&search_text=ilike.*${secret}*`);
  expect(byText.text).not.toContain(deleted_patient_id);
  const log = await siege.send(
    'staff',
    `pm_group_activity_log?select=pm_patients(id,last_name)&patient_id=eq.${deleted_patient_id}`,
  );
  for (const entry of Array.isArray(log.body) ? log.body : []) expect(entry).toEqual({ pm_patients: null });
});

test('what is searched by is the row’s own text: the other organization finds nothing with it', async () => {
  for (const filter of [
    `search_text=ilike.*${siege.victim.secret}*`,
    `last_name=eq.${siege.victim.secret}`,
    `custom_fields->>secret=eq.${siege.victim.secret}`,
    `notes=fts.${siege.victim.secret}`,
  ]) {
    const answer = await siege.send('stranger', `pm_patients?select=id&${filter}`);
    expect([answer.status, answer.body], filter).toEqual([200, []]);
  }
});
