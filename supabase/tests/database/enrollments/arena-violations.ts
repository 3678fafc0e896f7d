import type pg from 'pg';
import { asGroup, readGroupState } from './group-state.ts';
import { applyEntry, type Group, givesSeat, nextInLine, passedOver, seatsTaken, waiting } from './log-replay.ts';
import type { Arena } from './workload.ts';

/** What no committed state may show: one patient twice, one place twice, a free seat while somebody waits who is not held back. */
function wrongIn(group: Group): string[] {
  const wrong: string[] = [];
  const live = [...group.places.values()].filter((place) => place.status !== 'disenrolled' && !place.deleted);
  if (new Set(live.map((place) => place.patient)).size < live.length) wrong.push('a patient is in the group twice');
  const queue = waiting(group);
  if (new Set(queue.map(([, place]) => place.position)).size < queue.length) wrong.push('two patients have one place');
  const taken = seatsTaken(group);
  if (group.status === 'active' && taken < group.capacity && nextInLine(group) !== undefined) {
    wrong.push(`${queue.length} wait while ${taken} of ${group.capacity} seats are taken`);
  }
  return wrong;
}

/** Reads the group over and over until `done`, as the others work, and returns all violations seen and how often it looked. */
export async function watch(client: pg.ClientBase, arena: Pick<Arena, 'groupId'>, done: () => boolean) {
  const violations = new Set<string>();
  let looks = 0;
  while (!done()) {
    for (const wrong of wrongIn(asGroup(await readGroupState(client, arena.groupId))))
      violations.add(`during: ${wrong}`);
    looks += 1;
  }
  return { violations: [...violations], looks };
}

function replay(group: Group, log: Awaited<ReturnType<typeof readGroupState>>['log']): string[] {
  const wrong: string[] = [];
  for (const entry of log) {
    const next = nextInLine(group);
    const passed = givesSeat(entry) ? passedOver(group, entry) : [];
    const before = seatsTaken(group);
    try {
      applyEntry(group, entry);
    } catch (error) {
      return [...wrong, `log: ${error instanceof Error ? error.message : error}`];
    }
    const taken = seatsTaken(group);
    if (taken > before && taken > group.capacity) wrong.push(`over capacity: seat ${taken} of ${group.capacity} given`);
    const byRule = entry.action === 'patient_promoted' && entry.metadata.cause?.rule !== 'by_hand';
    if (byRule && next !== entry.metadata.enrollment_id) wrong.push('somebody was promoted out of turn');
    if (JSON.stringify(entry.metadata.passed_over ?? []) !== JSON.stringify(passed))
      wrong.push('the log names others as passed over');
  }
  return wrong;
}

/**
 * All that is wrong with the group after the workload. The log's order is the order in which the group's lock was held,
 * so replaying it shows each seat at the moment at which it was given.
 */
export async function violationsAfter(pool: pg.Pool, arena: Pick<Arena, 'groupId' | 'seats'>): Promise<string[]> {
  const state = await readGroupState(pool, arena.groupId);
  const told: Group = { capacity: arena.seats, status: 'active', deleted: false, places: new Map() };
  const violations = [...replay(told, state.log), ...wrongIn(asGroup(state)).map((wrong) => `after: ${wrong}`)];
  const places = (group: Group) => JSON.stringify([...group.places].sort(([a], [b]) => a.localeCompare(b)));
  if (places(told) !== places(asGroup(state))) violations.push('the log does not tell what the tables hold');
  const ghosts = await pool.query(
    `select from public.pm_group_enrollments enrollment join public.pm_patients patient on patient.id = enrollment.patient_id
     where enrollment.group_definition_id = $1 and enrollment.status <> 'disenrolled' and enrollment.deleted_at is null
       and patient.deleted_at is not null`,
    [arena.groupId],
  );
  if (ghosts.rowCount !== 0) violations.push(`${ghosts.rowCount} deleted patients are in the group`);
  return violations;
}
