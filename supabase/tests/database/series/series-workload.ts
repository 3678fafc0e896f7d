import type pg from 'pg';
import { setRole, type TestDatabase } from '../../support/database.ts';
import { addMember, createOrganization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { toRefusal } from '../../support/refusal.ts';
import { rpc } from '../../support/rpc.ts';
import { attempt } from '../../support/several-connections.ts';
import { callJson, datesFrom } from './series-clinic.ts';

/** One clinic in which everybody plans at once. */
export interface Calendar {
  organizationId: string;
  groups: string[];
  /** One user for each connection; all may do everything. */
  users: string[];
}

export async function createCalendar(database: TestDatabase, connections: number): Promise<Calendar> {
  const { id, roles } = await createOrganization(database.pool);
  const users: string[] = [];
  for (let count = 0; count < connections; count += 1) users.push(await addMember(database.pool, id, roles.org_admin));
  const groups = [
    await createGroup(database.pool, id, { name: 'Morning' }),
    await createGroup(database.pool, id, { name: 'Noon', location: 'Room 1' }),
  ];
  return { organizationId: id, groups, users };
}

type Random = (below: number) => number;
type Step = (client: pg.ClientBase, calendar: Calendar, random: Random) => Promise<unknown>;

const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[random(list.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
};
const room = (random: Random) => pick(['Room 1', 'room 1 ', 'Room 2'], random);
const hour = (random: Random) => {
  const start = 9 + random(3);
  return { start_time: `${start}:00`, end_time: `${start + 1}:${pick(['00', '30'], random)}` };
};

/** A scheduled session of the calendar, any one; undefined if there is none. */
async function anySession(client: pg.ClientBase, random: Random, condition = 'true'): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select id from public.pm_group_schedule where status = 'scheduled' and ${condition} order by id`,
  );
  return rows[random(Math.max(rows.length, 1))]?.id;
}

const onSession =
  (
    condition: string,
    act: (client: pg.ClientBase, id: string, random: Random, calendar: Calendar) => Promise<unknown>,
  ): Step =>
  async (client, calendar, random) => {
    const id = await anySession(client, random, condition);
    if (id !== undefined) await act(client, id, random, calendar);
  };

const plan: Step = (client, calendar, random) => {
  const first = random(3);
  return callJson(client, 'pm_schedule_series', {
    ...{ group_definition_id: pick(calendar.groups, random), recurrence_rule: null, ...hour(random) },
    session_dates: datesFrom(`2031-01-0${1 + random(7)}`, 6, 1 + random(2)),
    ...{ skip_conflicts: random(2) === 0, location: room(random) },
    ...{ facilitator_id: calendar.users[first], co_facilitator_id: calendar.users[(first + 1 + random(2)) % 3] },
  });
};

/** What the connections do. */
export const steps: Record<string, Step> = {
  plan,
  planAgain: plan,
  single: (client, calendar, random) =>
    client.query(
      `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time, location)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        ...[calendar.organizationId, pick(calendar.groups, random), `2031-01-0${1 + random(9)}`],
        ...[...Object.values(hour(random)), room(random)],
      ],
    ),
  change: onSession('series_id is not null', (client, id, random) =>
    callJson(client, 'pm_change_series', {
      ...{ session_id: id, scope: pick(['following', 'all'], random), skip_conflicts: random(2) === 0 },
      changes: pick([{ days: 1 }, { days: -1 }, { location: room(random) }, hour(random)], random),
    }),
  ),
  move: onSession('true', (client, id, random) =>
    client.query('update public.pm_group_schedule set session_date = $2, location = $3 where id = $1', [
      ...[id, `2031-01-0${1 + random(9)}`, room(random)],
    ]),
  ),
  substitute: onSession('true', (client, id, random, calendar) =>
    client.query('update public.pm_group_schedule set facilitator_id = $2, co_facilitator_id = null where id = $1', [
      ...[id, pick(calendar.users.slice(0, 3), random)],
    ]),
  ),
  cancel: onSession('true', (client, id) => rpc(client, 'pm_cancel_session', { session_id: id, reason: 'x' })),
  cancelSeries: onSession('series_id is not null', (client, id) =>
    rpc(client, 'pm_cancel_series', { session_id: id, scope: 'following', reason: 'x' }),
  ),
};
const names = Object.keys(steps);

/** Repeatable numbers from 0 up to `below`. */
function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Lets every connection do so many steps, all at once. Returns "step: answer" for each, the answer as in `attempt`. */
export async function plotAtOnce(
  clients: pg.Client[],
  calendar: Calendar,
  each: number,
  seed: number,
): Promise<string[]> {
  const lines = clients.map(async (client, line) => {
    const random = randomNumbers(seed + line * 7919);
    const answers: string[] = [];
    for (let count = 0; count < each; count += 1) {
      const name = pick(names, random);
      const step = steps[name];
      const user = calendar.users[line];
      if (step === undefined || user === undefined) throw new Error('No step or no user');
      answers.push(`${name}: ${await attempt(client, user, (session) => step(session, calendar, random))}`);
    }
    return answers;
  });
  return (await Promise.all(lines)).flat();
}

/** As `attempt`, but with the words of the refusal; null when it was let through. */
export async function wordsOf(
  client: pg.ClientBase,
  userId: string,
  work: (client: pg.ClientBase) => Promise<unknown>,
) {
  try {
    await client.query('begin');
    await setRole(client, 'authenticated', { sub: userId });
    await work(client);
    await client.query('commit');
    return null;
  } catch (error) {
    await client.query('rollback');
    return toRefusal(error);
  }
}
