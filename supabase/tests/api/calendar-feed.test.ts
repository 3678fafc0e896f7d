import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import type { SignedIn } from '../support/api.ts';
import { addGroup, type Clinic, createClinic, joinClinic } from '../support/clinic.ts';
import { rawRequest } from '../support/raw-request.ts';
import { malformedLines, readCalendar } from '../support/read-calendar.ts';

const { url, publishableKey } = inject('api');
const feedShape = z.object({ id: z.uuid(), scope: z.string(), token: z.string() });

// Links show 90 days back to a year ahead.
const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
let clinic: Clinic;
let facilitator: SignedIn;
let sessionId: string;

beforeAll(async () => {
  clinic = await createClinic();
  facilitator = await joinClinic(clinic, 'facilitator');
  const { data } = await facilitator.client
    .from('pm_group_schedule')
    .insert({
      ...{ organization_id: clinic.id, group_definition_id: await addGroup(clinic, 5) },
      ...{ session_date: day, start_time: '09:00', end_time: '10:00', facilitator_id: facilitator.userId },
    })
    .select('id')
    .single()
    .throwOnError();
  sessionId = data.id;
});

const newFeed = async () =>
  feedShape.parse(
    (await facilitator.client.rpc('pm_create_calendar_feed', { organization_id: clinic.id }).throwOnError()).data,
  );
/** A link as calendar programs have it: everything in the address, no headers of ours. */
const address = (token: string, key = publishableKey) =>
  `${url}/rest/v1/rpc/pm_calendar_feed?${new URLSearchParams({ token, apikey: key })}`;

test.each<[string, Record<string, string>]>([
  ['no Accept header but the program’s default', {}],
  ['*/*', { accept: '*/*' }],
  ['text/calendar', { accept: 'text/calendar' }],
  ['a list of types', { accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1' }],
  ['what browsers send', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }],
  ['application/json', { accept: 'application/json' }],
])('%s: the calendar comes as text/calendar', async (_what, headers) => {
  const response = await fetch(address((await newFeed()).token), { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toMatch(/private/);
  const text = await response.text();
  expect(malformedLines(text)).toEqual([]);
  expect(readCalendar(text).events).toEqual([
    expect.objectContaining({
      ...{
        uid: `${sessionId}@quorum`,
        summary: 'Morning Group',
        start: `${day}T16:00:00.000Z`,
        status: 'CONFIRMED',
      },
    }),
  ]);
});

test('a renewed link, a revoked one, no token and a long one: 404 with words', async () => {
  const old = await newFeed();
  const feed = await newFeed();
  expect((await fetch(address(feed.token))).status).toBe(200);
  await facilitator.client.rpc('pm_revoke_calendar_feed', { feed_id: feed.id }).throwOnError();
  for (const token of [old.token, feed.token, '', 'x'.repeat(10_000)]) {
    const response = await fetch(address(token));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ message: 'CALENDAR_FEED_NOT_FOUND' });
  }
});

test('without the publishable key the gateway answers 401; a suspended owner’s link is 404', async () => {
  const { token } = await newFeed();
  expect((await fetch(`${url}/rest/v1/rpc/pm_calendar_feed?token=${token}`)).status).toBe(401);
  const setStatus = (status: string) =>
    clinic.admin.client.from('pf_memberships').update({ status }).eq('user_id', facilitator.userId).throwOnError();
  await setStatus('suspended');
  expect((await fetch(address(token))).status).toBe(404);
  await setStatus('active');
  expect((await fetch(address(token))).status).toBe(200);
});

test('anybody without a sign-in reads no table and lists no links', async () => {
  for (const path of [
    'pm_calendar_feeds?select=id',
    'pm_group_schedule?select=id',
    'pm_closed_days',
    'pm_session_series',
  ]) {
    expect((await rawRequest(`/rest/v1/${path}`)).refusal.code, path).toBe('42501');
  }
  const file = await rawRequest('/rest/v1/rpc/pm_calendar_file', { body: { organization_id: clinic.id } });
  expect(file.refusal.code).toBe('42501');
});

test('the owner lists the own links without their hash', async () => {
  const feed = await newFeed();
  const { data } = await facilitator.client.from('pm_calendar_feeds').select('id, scope, created_at').throwOnError();
  expect(data).toEqual([expect.objectContaining({ id: feed.id, scope: 'mine' })]);
  const { data: others } = await clinic.admin.client.from('pm_calendar_feeds').select('id').throwOnError();
  expect(others).toEqual([]);
  const { error } = await facilitator.client.from('pm_calendar_feeds').select('token_hash');
  expect(error?.code).toBe('42501');
});
