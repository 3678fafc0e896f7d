import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitAsUser } from '../../support/database.ts';
import { malformedLines, readCalendar } from '../../support/read-calendar.ts';
import { createGroup, createPatient, createSession } from '../../support/records.ts';
import { rpc } from '../../support/rpc.ts';
import { type FeedClinic, inDays, openFeedClinic } from './feed-clinic.ts';

let world: FeedClinic;
let token: string;
let day = 0;

beforeAll(async () => {
  world = await openFeedClinic();
  ({ token } = await world.link());
});
afterAll(() => world.database.close());

/** A session of a new group of this name in this room; returns its UID. */
async function sessionOf(name: string, location: string): Promise<string> {
  day += 1;
  const group = await createGroup(world.database.pool, world.clinic.id, { name });
  const columns = { session_date: inDays(day), location };
  return `${await createSession(world.database.pool, world.clinic.id, group, columns)}@quorum`;
}

test('a calendar without sessions is valid, of the clinic’s name and zone', async () => {
  const other = await openFeedClinic();
  try {
    await other.database.pool.query(
      "update public.pf_organizations set name = 'Smith; Jones, and\\Sons' || chr(10) || 'Clinic'",
    );
    const text = await other.read((await other.link()).token);
    expect(malformedLines(text)).toEqual([]);
    const calendar = readCalendar(text);
    expect(calendar).toMatchObject({ events: [], zones: ['America/New_York'] });
    expect(calendar.property('version')).toBe('2.0');
    expect(calendar.property('prodid')).toMatch(/Quorum/);
    expect(calendar.property('x-wr-timezone')).toBe('America/New_York');
    // ical.js takes NAME of RFC 7986 for a property that it does not know, and leaves it as written.
    expect(text).toContain('\r\nNAME:Smith\\; Jones\\, and\\\\Sons\\nClinic\r\n');
    const bare = readCalendar(await other.read((await other.link(other.clinic.people.org_admin, 'mine')).token));
    expect(bare.events).toEqual([]);
  } finally {
    await other.database.close();
  }
});

const awkward: string[] = [
  'Grief; loss, and after',
  'C:\\new\\table',
  'ends with \\',
  '\\n is no line break',
  'one\ntwo',
  'one\r\ntwo\rthree',
  'a "quoted" name: with = and ?',
  'BEGIN:VEVENT',
  'x\nEND:VCALENDAR',
  'tab\there',
  '🧘🏽‍♀️'.repeat(14),
  '👩‍👩‍👧‍👦 مجموعة الصباح – קבוצת בוקר',
  'مجموعة الصباح '.repeat(7).trim(),
  '朝のグループ'.repeat(16),
  'é'.repeat(100),
  'e\u0301'.repeat(50),
  'x'.repeat(100),
  ...Array.from({ length: 12 }, (_, length) => `${'x'.repeat(60 + length)}€🙂`),
];

test('names and rooms of any script come back as they were, in lines of at most 75 octets', async () => {
  const expected = new Map<string, string>();
  for (const name of awkward) expected.set(await sessionOf(name, name), name.replaceAll(/\r\n?/g, '\n'));
  const text = await world.read(token);
  expect(malformedLines(text)).toEqual([]);
  // Some lines were long enough to be folded at all, and full.
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 71).length).toBeGreaterThan(awkward.length);
  const events = new Map(readCalendar(text).events.map((event) => [event.uid, event]));
  for (const [uid, name] of expected) {
    expect(events.get(uid)?.summary).toBe(name);
    expect(events.get(uid)?.location).toBe(name.trim());
  }
});

test('control characters are left out, and nothing else of the name', async () => {
  const uid = await sessionOf('bell\u0007 escape\u001b delete\u007f end', 'Room 1');
  const text = await world.read(token);
  expect(malformedLines(text)).toEqual([]);
  expect(readCalendar(text).events.find((event) => event.uid === uid)?.summary).toBe('bell escape delete end');
});

test('no patient’s name, no note, no reason, no secret is anywhere in the text, by whichever way it is read', async () => {
  const { pool } = world.database;
  const { facilitator } = world.clinic.people;
  const marker = 'MARKER';
  const patient = await createPatient(pool, world.clinic.id, {
    ...{ mrn: 'MARKER-MRN', first_name: 'MARKER-first', last_name: 'MARKER-last', preferred_name: 'MARKER-preferred' },
    ...{ email: 'MARKER@example.test', phone: 'MARKER' },
  });
  const group = await createGroup(pool, world.clinic.id, {
    ...{ name: 'Open Group', description: 'MARKER-description', facilitator_id: facilitator },
  });
  await pool.query(
    "insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, notes) values ($1, $2, $3, 'MARKER-enrollment')",
    [world.clinic.id, group, patient],
  );
  const sessions = [inDays(60), inDays(61)].map((session_date) =>
    createSession(pool, world.clinic.id, group, {
      ...{
        session_date,
        notes: 'MARKER-notes',
        questions_data: { questions: [{ id: 'mood', type: 'text', text: 'MARKER-question' }] },
      },
    }),
  );
  const [kept, cancelled] = await Promise.all(sessions);
  await commitAsUser(pool, facilitator, (client) =>
    rpc(client, 'pm_cancel_session', { session_id: cancelled, reason: 'MARKER-reason' }),
  );
  const shareTokens = await pool.query<{ share_token: string }>('select share_token from public.pm_group_schedule');
  for (const text of [
    await world.read(token),
    await world.read((await world.link(facilitator, 'mine')).token),
    await world.file(),
    await world.file({ group_definition_id: group }),
    await world.file({ session_id: cancelled }),
    await world.file({ mine: true }),
  ]) {
    expect(text).toContain('Open Group');
    expect(text.replaceAll('\r\n ', '').toUpperCase()).not.toContain(marker);
    for (const { share_token } of shareTokens.rows) expect(text.replaceAll('\r\n ', '')).not.toContain(share_token);
  }
  expect(await world.file({ session_id: kept })).toContain('STATUS:CONFIRMED');
});
