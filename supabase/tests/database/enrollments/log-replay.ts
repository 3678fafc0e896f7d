import { z } from 'zod';

export type Status = 'enrolled' | 'waitlisted' | 'disenrolled';

/** One enrollment as the log tells it. */
export interface Place {
  patient: string;
  status: Status;
  position: number | null;
  deleted: boolean;
  /** Held back on the waitlist. */
  held: boolean;
}

/** A group as the log tells it. */
export interface Group {
  capacity: number;
  status: string;
  deleted: boolean;
  /** By enrollment id, in the order in which they were made. */
  places: Map<string, Place>;
}

// A null on either side is left out of the log.
const change = z.object({ from: z.unknown().optional(), to: z.unknown().optional() });
export const logEntry = z.object({
  id: z.coerce.number(),
  action: z.string(),
  patient_id: z.string().nullable(),
  performed_by: z.string().nullable(),
  metadata: z.object({
    enrollment_id: z.string().optional(),
    status: z.enum(['enrolled', 'waitlisted', 'disenrolled']).optional(),
    waitlist_position: z.number().optional(),
    from_position: z.number().optional(),
    from_place: z.number().optional(),
    to_place: z.number().optional(),
    cause: z.object({ rule: z.string() }).optional(),
    passed_over: z.array(z.object({ enrollment_id: z.string(), why: z.string() })).optional(),
    changes: z.record(z.string(), change).optional(),
  }),
});
export type LogEntry = z.infer<typeof logEntry>;

export const seatsTaken = (group: Group) =>
  [...group.places.values()].filter((place) => place.status === 'enrolled' && !place.deleted).length;

/** Who waits, lowest position first. */
export const waiting = (group: Group) =>
  [...group.places.entries()]
    .filter(([, place]) => place.status === 'waitlisted' && !place.deleted)
    .sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0));

/** Who is next by rule: the lowest position that is not held back. */
export const nextInLine = (group: Group) => waiting(group).find(([, place]) => !place.held)?.[0];

/** Whom the entry should name as passed over: who waited with a lower position when somebody got a seat. */
export function passedOver(group: Group, entry: LogEntry): { enrollment_id: string; why: string }[] {
  const seat = group.places.get(entry.metadata.enrollment_id ?? '')?.position ?? Number.POSITIVE_INFINITY;
  const otherwise = entry.action === 'patient_promoted' ? 'by_hand' : 'entered';
  return waiting(group)
    .filter(([, place]) => (place.position ?? 0) < seat)
    .map(([enrollment_id, place]) => ({ enrollment_id, why: place.held ? 'held' : otherwise }));
}

/** Whether the entry gives somebody a seat. */
export const givesSeat = ({ action, metadata }: LogEntry) =>
  ['patient_enrolled', 'patient_promoted'].includes(action) ||
  (action === 'enrollment_restored' && metadata.status === 'enrolled');

function move(group: Group, entry: LogEntry): void {
  const queue = waiting(group);
  const positions = queue.map(([, place]) => place.position);
  const [moved] = queue.splice((entry.metadata.from_place ?? 0) - 1, 1);
  if (moved === undefined || moved[0] !== entry.metadata.enrollment_id) throw new Error('The log moves the wrong one');
  queue.splice((entry.metadata.to_place ?? 0) - 1, 0, moved);
  queue.forEach(([, place], index) => {
    place.position = positions[index] ?? null;
  });
}

function placeOf(group: Group, entry: LogEntry): Place {
  const place = group.places.get(entry.metadata.enrollment_id ?? '');
  if (place === undefined) throw new Error(`The log tells of an enrollment that it never made: ${entry.action}`);
  return place;
}

/** Applies one entry of the activity log to the group. Throws for an action that it does not know. */
export function applyEntry(group: Group, entry: LogEntry): void {
  const { metadata } = entry;
  const position = metadata.waitlist_position ?? null;
  switch (entry.action) {
    case 'patient_enrolled':
    case 'patient_waitlisted': {
      const status = entry.action === 'patient_enrolled' ? 'enrolled' : 'waitlisted';
      group.places.set(metadata.enrollment_id ?? '', {
        patient: entry.patient_id ?? '',
        status,
        position,
        deleted: false,
        held: false,
      });
      return;
    }
    case 'patient_promoted':
      Object.assign(placeOf(group, entry), { status: 'enrolled', position: null, held: false });
      return;
    case 'patient_disenrolled':
      Object.assign(placeOf(group, entry), { status: 'disenrolled', position: null, held: false });
      return;
    case 'enrollment_deleted':
      Object.assign(placeOf(group, entry), { deleted: true, position: null, held: false });
      return;
    case 'enrollment_restored':
      Object.assign(placeOf(group, entry), { deleted: false, status: metadata.status, position });
      return;
    case 'waitlist_held':
    case 'waitlist_released':
      placeOf(group, entry).held = entry.action === 'waitlist_held';
      return;
    case 'waitlist_moved':
      move(group, entry);
      return;
    case 'group_updated':
      group.capacity = Number(metadata.changes?.max_capacity?.to ?? group.capacity);
      group.status = String(metadata.changes?.status?.to ?? group.status);
      return;
    case 'group_deleted':
    case 'group_restored':
      group.deleted = entry.action === 'group_deleted';
      return;
    case 'group_created':
    case 'group_merged':
    case 'session_scheduled':
    case 'session_cancelled':
    case 'enrollment_updated':
      return;
    default:
      throw new Error(`Unknown action in the log: ${entry.action}`);
  }
}
