import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { waitUntil } from '../../../scripts/stack/process.ts';
import { createAssembler, type Message } from '../../../scripts/stack/realtime/message-feed.ts';
import { type FurnishedClinic, furnishClinic } from './attack/furnished-clinic.ts';

/** Everything that the database sends, whoever may hear it. */
const sent: Message[] = [];
const client = new pg.Client({ connectionString: inject('api').databaseUrl });
let furnished: FurnishedClinic;

const toldTables = await (async () => {
  await client.connect();
  const assembler = createAssembler();
  client.on('notification', ({ payload }) => {
    const message = assembler.add(payload ?? '');
    if (message !== undefined) sent.push(message);
  });
  await client.query('listen realtime');
  const { rows } = await client.query<{ name: string; column: string }>(
    `select distinct relname as name, split_part(encode(tgargs, 'escape'), '\\000', 1) as column
     from pg_trigger join pg_class on pg_class.oid = tgrelid
     where tgfoid = 'private.tg__tell_change'::regproc order by 1`,
  );
  return rows;
})();

beforeAll(async () => {
  furnished = await furnishClinic();
  const { organization_id, session_id, patient_id, group_definition_id, secret } = furnished;
  const ids = [organization_id, session_id, patient_id];
  await client.query(
    `with participant as (
       insert into public.pm_session_participants (organization_id, session_id, patient_id, attendance_note)
       values ($1, $2, $3, $4) on conflict (session_id, patient_id) do update set attendance_note = $4 returning *)
     insert into public.pm_session_responses (organization_id, session_id, participant_id, answers)
     select organization_id, session_id, id, jsonb_build_object('mood', $4::text) from participant`,
    [...ids, secret],
  );
  await client.query(
    `insert into public.pm_group_question_sets (organization_id, group_definition_id, question_set_id)
     select organization_id, $2, id from public.pm_question_sets where organization_id = $1 limit 1 on conflict do nothing`,
    [organization_id, group_definition_id],
  );
});
afterAll(() => client.end());

const identifier = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d)$/;

function expectIdsAlone({ payload: { id, table, operation, truncated, ...ids }, event }: Message): void {
  expect(event).toBe('change');
  expect(id).toMatch(identifier);
  expect(table).toMatch(/^p[mf]_[a-z_]+$/);
  expect(operation).toMatch(/^(insert|update|delete)$/);
  expect([undefined, true]).toContain(truncated);
  expect(Object.keys(ids).join()).toMatch(/^(ids|dates|user_ids|session_ids|group_definition_ids)$/);
  for (const values of Object.values(ids))
    expect(values).toEqual(Array.isArray(values) ? values.map(() => expect.stringMatching(identifier)) : []);
}

test.each(toldTables)('a change of $name is told by ids alone', async ({ name, column }) => {
  const topic = `organization:${furnished.organization_id}`;
  const mark = sent.length;
  const { rowCount } = await client.query(`update public.${name} set ${column} = ${column} where ${column} = $1`, [
    furnished.organization_id,
  ]);
  expect(rowCount).toBeGreaterThan(0);
  const heard = () => sent.slice(mark).find((message) => message.topic === topic && message.payload.table === name);
  expect(await waitUntil(() => heard() !== undefined, 1_000)).toBe(true);
  expect(heard()?.private).toBe(true);
});

test('nothing that was sent while a clinic was furnished holds more than ids, and nothing is public', () => {
  const topics = sent.filter(({ topic }) => topic.startsWith('organization:'));
  expect(topics.length).toBeGreaterThan(20);
  for (const message of topics) expectIdsAlone(message);
  for (const { event, payload } of sent.filter(({ topic }) => topic.startsWith('user:'))) {
    expect(event).toBe('notification');
    expect(Object.keys(payload).sort()).toEqual(['id', 'organization_id']);
  }
  expect(sent.filter(({ topic }) => !/^(organization|user):[0-9a-f-]{36}$/.test(topic))).toEqual([]);
  expect(sent.filter((message) => !message.private)).toEqual([]);
  expect(JSON.stringify(sent)).not.toContain(furnished.secret);
});
