import type pg from 'pg';
import { z } from 'zod';
import { type Group, logEntry } from './log-replay.ts';

const stateRow = z.object({
  capacity: z.number(),
  status: z.string(),
  deleted: z.boolean(),
  places: z.array(
    z.object({
      id: z.string(),
      patient: z.string(),
      status: z.enum(['enrolled', 'waitlisted', 'disenrolled']),
      position: z.number().nullable(),
      deleted: z.boolean(),
      held: z.boolean(),
      stamps: z.array(z.boolean()),
    }),
  ),
  log: z.array(logEntry),
  events: z.number(),
});

/** A group's tables and its log, read in one statement and so in one snapshot. */
export type GroupState = z.infer<typeof stateRow>;

const stateQuery = `
  select definition.max_capacity as capacity, definition.status, definition.deleted_at is not null as deleted,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'patient', patient_id, 'status', status, 'position', waitlist_position,
        'deleted', deleted_at is not null, 'held', waitlist_held_at is not null,
        'stamps', jsonb_build_array(enrolled_at is not null, waitlisted_at is not null, disenrolled_at is not null)) order by created_at), '[]')
      from public.pm_group_enrollments seat
      where seat.organization_id = definition.organization_id and seat.group_definition_id = definition.id) as places,
    (select coalesce(jsonb_agg(to_jsonb(entry) order by id), '[]')
      from public.pm_group_activity_log entry
      where entry.organization_id = definition.organization_id and entry.group_definition_id = definition.id) as log,
    (select count(*)::integer from public.pf_domain_events where organization_id = definition.organization_id) as events
  from public.pm_group_definitions definition where definition.id = any ($1::uuid[])
  order by array_position($1::uuid[], definition.id)`;

/** Reads the groups, whoever may see them, in the order given. */
export async function readGroupStates(client: pg.Pool | pg.ClientBase, groupIds: string[]): Promise<GroupState[]> {
  return z.array(stateRow).parse((await client.query(stateQuery, [groupIds])).rows);
}

/** Reads the group, whoever may see it. */
export async function readGroupState(client: pg.Pool | pg.ClientBase, groupId: string): Promise<GroupState> {
  const [state] = await readGroupStates(client, [groupId]);
  if (state === undefined) throw new Error(`There is no group ${groupId}`);
  return state;
}

/** The tables in the shape in which the log tells them. */
export function asGroup(state: GroupState): Group {
  const { capacity, status, deleted } = state;
  const places = new Map(
    state.places.map((place) => [
      place.id,
      {
        patient: place.patient,
        status: place.status,
        position: place.position,
        deleted: place.deleted,
        held: place.held,
      },
    ]),
  );
  return { capacity, status, deleted, places };
}
