import type pg from 'pg';
import type { TestDatabase } from '../../support/database.ts';
import { addMember, createOrganization } from '../../support/organization.ts';
import { createGroup, createPatients } from '../../support/records.ts';
import { rpc } from '../../support/rpc.ts';
import { attempt } from '../../support/several-connections.ts';
import { type Random, randomNumbers } from './workload.ts';

/** Groups between which patients are moved: two that are fought for, and small ones that are merged into them and opened again. */
export interface Exchange {
  organizationId: string;
  /** The first two have `seats` seats, the others three. */
  groups: string[];
  seats: number;
  patients: string[];
  /** One user for each connection; all may do everything. */
  users: string[];
}

/** Full groups from the start, with more patients than seats. */
export async function createExchange(database: TestDatabase, connections: number, seats: number): Promise<Exchange> {
  const { id, roles } = await createOrganization(database.pool);
  const users: string[] = [];
  for (let count = 0; count < connections; count += 1) users.push(await addMember(database.pool, id, roles.org_admin));
  const groups: string[] = [];
  for (const max_capacity of [seats, seats, 3, 3, 3]) {
    groups.push(await createGroup(database.pool, id, { max_capacity, name: `Group ${groups.length}` }));
  }
  const patients = await createPatients(database.pool, id, seats * 4);
  for (const [index, group] of groups.entries()) {
    await database.pool.query(
      'insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id) select $1, $2, unnest($3::uuid[])',
      [id, group, patients.slice(index * 5, index * 5 + (index < 2 ? seats + 5 : 4))],
    );
  }
  return { organizationId: id, groups, seats, patients, users };
}

const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[random(list.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
};
const large = (exchange: Exchange, random: Random) => pick(exchange.groups.slice(0, 2), random);
const small = (exchange: Exchange, random: Random) => pick(exchange.groups.slice(2), random);
const onFull = (random: Random) => pick(['waitlist', 'reject'], random);
const some = (exchange: Exchange, random: Random) => [1, 2, 3].map(() => pick(exchange.patients, random));

type Step = (client: pg.ClientBase, exchange: Exchange, random: Random) => Promise<unknown>;

const onEnrollment =
  (
    state: string,
    act: (
      client: pg.ClientBase,
      row: { id: string; group: string },
      exchange: Exchange,
      random: Random,
    ) => Promise<unknown>,
  ): Step =>
  async (client, exchange, random) => {
    const { rows } = await client.query<{ id: string; group: string }>(
      `select id, group_definition_id as group from public.pm_group_enrollments where organization_id = $1 and ${state}`,
      [exchange.organizationId],
    );
    const row = rows[random(Math.max(rows.length, 1))];
    if (row !== undefined) await act(client, row, exchange, random);
  };

const live = "status <> 'disenrolled'";

/** What the clients do, by weight. */
const steps: [weight: number, step: Step][] = [
  [
    18,
    onEnrollment(live, (client, row, exchange, random) => {
      const others = exchange.groups.slice(0, 2).filter((group) => group !== row.group);
      return rpc(client, 'pm_transfer_enrollment', {
        ...{ enrollment_id: row.id, group_definition_id: pick(others, random), on_full: onFull(random) },
      });
    }),
  ],
  [
    4,
    onEnrollment(live, (client, row, exchange, random) =>
      rpc(client, 'pm_transfer_enrollment', {
        ...{ enrollment_id: row.id, group_definition_id: small(exchange, random), on_full: onFull(random) },
      }),
    ),
  ],
  [
    6,
    (client, exchange, random) =>
      rpc(client, 'pm_enroll_patient', {
        ...{ group_definition_id: large(exchange, random), patient_id: pick(exchange.patients, random) },
      }),
  ],
  [
    6,
    (client, exchange, random) =>
      rpc(client, 'pm_bulk_enroll_patients', {
        ...{ group_definition_id: pick(exchange.groups, random), patient_ids: some(exchange, random) },
      }),
  ],
  // Several groups in one statement, in any order.
  [
    3,
    (client, exchange, random) =>
      client.query(
        `insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id)
         select $1, listed.group_id, listed.patient_id from unnest($2::uuid[], $3::uuid[]) listed (group_id, patient_id)`,
        [exchange.organizationId, [1, 2, 3].map(() => pick(exchange.groups, random)), some(exchange, random)],
      ),
  ],
  [5, onEnrollment(live, (client, row) => rpc(client, 'pm_disenroll_patient', { enrollment_id: row.id }))],
  [
    3,
    onEnrollment("status = 'waitlisted' and waitlist_held_at is null", (client, row) =>
      rpc(client, 'pm_hold_on_waitlist', { enrollment_id: row.id }),
    ),
  ],
  [
    3,
    onEnrollment('waitlist_held_at is not null', (client, row) =>
      rpc(client, 'pm_release_from_hold', { enrollment_id: row.id }),
    ),
  ],
  [
    3,
    (client, exchange, random) =>
      client.query('update public.pm_group_definitions set max_capacity = $2 where id = $1', [
        ...[large(exchange, random), exchange.seats - 3 + random(6)],
      ]),
  ],
  [
    5,
    (client, exchange, random) =>
      rpc(client, 'pm_merge_groups', {
        group_definition_id: small(exchange, random),
        into_group_definition_id: large(exchange, random),
        preview: random(4) === 0,
      }),
  ],
  [
    1,
    (client, exchange, random) => {
      const [from, into] = random(2) === 0 ? [0, 1] : [1, 0];
      return rpc(client, 'pm_merge_groups', {
        group_definition_id: exchange.groups[from],
        into_group_definition_id: exchange.groups[into],
        preview: random(2) === 0,
      });
    },
  ],
  // What was merged is opened again.
  [
    8,
    (client, exchange, random) =>
      client.query("update public.pm_group_definitions set status = 'active' where id = $1", [
        pick(exchange.groups, random),
      ]),
  ],
  // Sessions for merges to cancel, while others add and cancel them.
  [
    5,
    (client, exchange, random) =>
      client.query(
        `insert into public.pm_group_schedule (organization_id, group_definition_id, session_date, start_time, end_time)
         values ($1, $2, '2031-01-01'::date + $3::integer, '09:00', '10:00')`,
        [exchange.organizationId, small(exchange, random), random(300)],
      ),
  ],
  [
    2,
    (client, exchange, random) =>
      rpc(client, 'pm_batch_clone_groups', {
        group_definition_ids: [large(exchange, random), small(exchange, random)],
        ...{ date_offset_days: 7, preview: true, include_sessions: true },
      }),
  ],
];
const wheel = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

/** Lets every connection do so many steps, all at once. Returns what each was answered: 'done' or the code of the refusal. */
export async function runExchange(clients: pg.Client[], exchange: Exchange, each: number, seed: number) {
  const lines = clients.map(async (client, line) => {
    const random = randomNumbers(seed + line);
    const answers: string[] = [];
    for (let count = 0; count < each; count += 1) {
      const [step, user] = [pick(wheel, random), pick(exchange.users.slice(line), () => 0)];
      answers.push(await attempt(client, user, (session) => step(session, exchange, random)));
    }
    return answers;
  });
  return (await Promise.all(lines)).flat();
}
