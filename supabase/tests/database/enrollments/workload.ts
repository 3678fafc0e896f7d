import type pg from 'pg';
import type { TestDatabase } from '../../support/database.ts';
import { addMember, createOrganization } from '../../support/organization.ts';
import { createGroup, createPatients } from '../../support/records.ts';
import { rpc } from '../../support/rpc.ts';
import { attempt } from '../../support/several-connections.ts';

/** The seats of one group, and those who fight for them. */
export interface Arena {
  organizationId: string;
  groupId: string;
  patients: string[];
  /** One user for each connection; all may do everything. */
  users: string[];
  seats: number;
  /** Enrollments that were deleted: hidden from the clients, who note their ids for restoring. */
  deleted: string[];
}

/** An organization with one user for each connection, and a group with five patients for each of its seats. */
export async function createArena(database: TestDatabase, connections: number, seats: number): Promise<Arena> {
  const { id, roles } = await createOrganization(database.pool);
  const users: string[] = [];
  for (let count = 0; count < connections; count += 1) users.push(await addMember(database.pool, id, roles.org_admin));
  return {
    organizationId: id,
    groupId: await createGroup(database.pool, id, { max_capacity: seats }),
    patients: await createPatients(database.pool, id, seats * 5),
    users,
    seats,
    deleted: [],
  };
}

export type Random = (below: number) => number;

/** An enrollment of the group in this state, any one; undefined if there is none. */
async function anyEnrollment(client: pg.ClientBase, arena: Arena, random: Random, state: string) {
  const { rows } = await client.query<{ id: string }>(
    `select id from public.pm_group_enrollments where group_definition_id = $1 and ${state}`,
    [arena.groupId],
  );
  return rows[random(Math.max(rows.length, 1))]?.id;
}

const live = "status <> 'disenrolled' and deleted_at is null";
const queued = "status = 'waitlisted' and deleted_at is null";

type Step = (client: pg.ClientBase, arena: Arena, random: Random) => Promise<unknown>;

const onEnrollment =
  (state: string, act: (client: pg.ClientBase, id: string, random: Random, arena: Arena) => Promise<unknown>): Step =>
  async (client, arena, random) => {
    const id = await anyEnrollment(client, arena, random, state);
    if (id !== undefined) await act(client, id, random, arena);
  };

/** What the clients do, by weight. */
const steps: [weight: number, step: Step][] = [
  [
    14,
    (client, arena, random) =>
      rpc(client, 'pm_enroll_patient', {
        group_definition_id: arena.groupId,
        patient_id: arena.patients[random(arena.patients.length)],
      }),
  ],
  [
    14,
    (client, arena, random) =>
      client.query(
        'insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id, status) values ($1, $2, $3, $4)',
        [arena.organizationId, arena.groupId, arena.patients[random(arena.patients.length)], 'enrolled'],
      ),
  ],
  [
    3,
    (client, arena, random) =>
      rpc(client, 'pm_bulk_enroll_patients', {
        group_definition_id: arena.groupId,
        patient_ids: [1, 2, 3].map(() => arena.patients[random(arena.patients.length)]),
      }),
  ],
  [6, onEnrollment(live, (client, id) => rpc(client, 'pm_disenroll_patient', { enrollment_id: id }))],
  [
    6,
    onEnrollment(live, (client, id) =>
      client.query("update public.pm_group_enrollments set status = 'disenrolled' where id = $1", [id]),
    ),
  ],
  [4, onEnrollment(queued, (client, id) => rpc(client, 'pm_promote_enrollment', { enrollment_id: id }))],
  [
    2,
    onEnrollment(queued, (client, id) =>
      client.query("update public.pm_group_enrollments set status = 'enrolled' where id = $1", [id]),
    ),
  ],
  [
    4,
    onEnrollment(queued, (client, id, random) =>
      rpc(client, 'pm_move_on_waitlist', { enrollment_id: id, rank: 1 + random(8) }),
    ),
  ],
  [
    4,
    onEnrollment(queued, (client, id, random) =>
      rpc(client, 'pm_hold_on_waitlist', { enrollment_id: id, reason: `reason ${random(3)}` }),
    ),
  ],
  [
    4,
    onEnrollment('waitlist_held_at is not null', (client, id) =>
      rpc(client, 'pm_release_from_hold', { enrollment_id: id }),
    ),
  ],
  [
    5,
    onEnrollment(live, async (client, id, _random, arena) => {
      await rpc(client, 'pm_delete_enrollment', { enrollment_id: id });
      arena.deleted.push(id);
    }),
  ],
  [
    4,
    async (client, arena, random) => {
      const id = arena.deleted[random(Math.max(arena.deleted.length, 1))];
      if (id !== undefined) await rpc(client, 'pm_restore_enrollment', { enrollment_id: id });
    },
  ],
  [
    4,
    (client, arena, random) =>
      client.query('update public.pm_group_definitions set max_capacity = $2 where id = $1', [
        arena.groupId,
        arena.seats - 5 + random(8),
      ]),
  ],
  [
    4,
    onEnrollment(live, (client, id, random) =>
      client.query('update public.pm_group_enrollments set notes = $2 where id = $1', [id, `note ${random(1000)}`]),
    ),
  ],
  [
    2,
    (client, arena, random) =>
      rpc(client, 'pm_delete_patient', { patient_id: arena.patients[random(arena.patients.length)] }),
  ],
  [
    2,
    (client, arena, random) =>
      rpc(client, 'pm_restore_patient', { patient_id: arena.patients[random(arena.patients.length)] }),
  ],
];
const wheel = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

/** Repeatable numbers from 0 up to `below` (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Lets every connection do so many steps, all at once. Returns what each was answered: 'done' or the code of the refusal. */
export async function runWorkload(clients: pg.Client[], arena: Arena, each: number, seed: number): Promise<string[]> {
  const lines = clients.map(async (client, line) => {
    const random = randomNumbers(seed + line);
    const answers: string[] = [];
    for (let count = 0; count < each; count += 1) {
      const step = wheel[random(wheel.length)];
      const user = arena.users[line];
      if (step === undefined || user === undefined) throw new Error('No step or no user');
      answers.push(await attempt(client, user, (session) => step(session, arena, random)));
    }
    return answers;
  });
  return (await Promise.all(lines)).flat();
}
