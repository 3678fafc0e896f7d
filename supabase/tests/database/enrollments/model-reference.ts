import type { Command, CommandActor } from './model-commands.ts';

/** What the rules of design section 5 say about one group, without a database: the reference of the model test. */
export interface Model {
  capacity: number;
  status: 'active' | 'inactive' | 'completed';
  deleted: boolean;
  /** Shared by all groups. */
  deletedPatients: Set<number>;
  /** In the order in which they were made. */
  places: ModelPlace[];
  /** What the log must say about the last command: action and number of the enrollment. */
  entries: [action: string, place: number | null][];
}
export interface ModelPlace {
  patient: number;
  status: 'enrolled' | 'waitlisted' | 'disenrolled';
  position: number | null;
  deleted: boolean;
  /** Why the patient is held back on the waitlist; null for not held. */
  held: string | null;
}

/** done; hidden: a statement that finds no row; else the code of the refusal. */
export type Outcome = 'done' | 'hidden' | 'nobody to pick' | (string & {});

export const newModel = (capacity: number, deletedPatients: Set<number>): Model => ({
  capacity,
  status: 'active',
  deleted: false,
  deletedPatients,
  places: [],
  entries: [],
});

export const sees = (actor: CommandActor) => actor !== 'stranger';
export const enrolls = (actor: CommandActor) => actor === 'front_desk' || actor === 'org_admin';
export const administers = (actor: CommandActor) => actor === 'org_admin';

export const isLive = (place: ModelPlace) => place.status !== 'disenrolled' && !place.deleted;
export const seats = (model: Model) =>
  model.places.filter((place) => place.status === 'enrolled' && !place.deleted).length;
export const queue = (model: Model) =>
  model.places
    .filter((place) => place.status === 'waitlisted' && !place.deleted)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));

function log(model: Model, action: string, place?: ModelPlace): void {
  model.entries.push([action, place === undefined ? null : model.places.indexOf(place)]);
}

/** A seat if one is free in an active group, else the place after the last. */
function seatOrQueue(model: Model, place: ModelPlace): void {
  const free = seats(model) < model.capacity && model.status === 'active';
  const last = Math.max(0, ...queue(model).map((other) => other.position ?? 0));
  place.status = free ? 'enrolled' : 'waitlisted';
  place.position = free ? null : last + 1;
}

function leaveQueue(place: ModelPlace): void {
  place.position = null;
  place.held = null;
}

function sit(model: Model, place: ModelPlace): void {
  place.status = 'enrolled';
  leaveQueue(place);
  log(model, 'patient_promoted', place);
}

/** A free seat goes to who waits with the lowest position and is not held back; an inactive or deleted group promotes nobody. */
function promoteNext(model: Model): ModelPlace | undefined {
  const next = queue(model).find((place) => place.held === null);
  if (next === undefined || model.deleted || model.status !== 'active' || seats(model) >= model.capacity) return;
  sit(model, next);
  return next;
}

function promote(model: Model, most: number): void {
  for (let promoted = 0; promoted < most; promoted += 1) {
    if (promoteNext(model) === undefined) return;
  }
}

export function enter(model: Model, patient: number, onFull: 'waitlist' | 'reject'): Outcome {
  if (model.deleted) return 'GROUP_NOT_FOUND';
  if (model.deletedPatients.has(patient)) return 'PATIENT_NOT_FOUND';
  if (model.status !== 'active') return 'GROUP_NOT_ACTIVE';
  if (model.places.some((place) => place.patient === patient && isLive(place))) return 'PATIENT_ALREADY_ENROLLED';
  if (onFull === 'reject' && seats(model) >= model.capacity) return 'GROUP_AT_CAPACITY';
  const place: ModelPlace = { patient, status: 'disenrolled', position: null, deleted: false, held: null };
  seatOrQueue(model, place);
  model.places.push(place);
  log(model, place.status === 'enrolled' ? 'patient_enrolled' : 'patient_waitlisted', place);
  return 'done';
}

export function end(model: Model, place: ModelPlace, change: 'disenroll' | 'delete'): void {
  const heldSeat = place.status === 'enrolled' && !place.deleted;
  if (change === 'disenroll') place.status = 'disenrolled';
  else place.deleted = true;
  leaveQueue(place);
  log(model, change === 'disenroll' ? 'patient_disenrolled' : 'enrollment_deleted', place);
  if (heldSeat) promote(model, 1);
}

function takeSeat(model: Model, place: ModelPlace): Outcome {
  if (model.deleted || model.status !== 'active') return 'GROUP_NOT_ACTIVE';
  if (seats(model) >= model.capacity) return 'GROUP_AT_CAPACITY';
  sit(model, place);
  return 'done';
}

function restore(model: Model, place: ModelPlace): Outcome {
  if (!place.deleted) return 'ENROLLMENT_NOT_FOUND';
  if (place.status !== 'disenrolled') {
    if (model.deleted) return 'GROUP_NOT_FOUND';
    if (model.deletedPatients.has(place.patient)) return 'PATIENT_NOT_FOUND';
    if (model.places.some((other) => other.patient === place.patient && isLive(other)))
      return 'PATIENT_ALREADY_ENROLLED';
    seatOrQueue(model, place);
  }
  place.deleted = false;
  log(model, 'enrollment_restored', place);
  return 'done';
}

function move(model: Model, place: ModelPlace, rank: number): Outcome {
  if (place.status !== 'waitlisted') return 'INVALID_TRANSITION';
  const waiting = queue(model);
  if (rank < 1 || rank > waiting.length) return 'INVALID_INPUT';
  const positions = waiting.map((other) => other.position);
  const from = waiting.indexOf(place);
  if (from === rank - 1) return 'done';
  waiting.splice(from, 1);
  waiting.splice(rank - 1, 0, place);
  waiting.forEach((other, index) => {
    other.position = positions[index] ?? null;
  });
  log(model, 'waitlist_moved', place);
  return 'done';
}

function hold(model: Model, place: ModelPlace, reason: string): Outcome {
  if (place.status !== 'waitlisted') return 'INVALID_TRANSITION';
  // Held again for the same reason, nothing has changed.
  if (place.held !== reason) log(model, 'waitlist_held', place);
  place.held = reason;
  return 'done';
}

function release(model: Model, place: ModelPlace): Outcome {
  if (place.held === null) return 'INVALID_TRANSITION';
  place.held = null;
  log(model, 'waitlist_released', place);
  // Seats that stayed free go to those in line, up to the one who was released.
  for (let next = promoteNext(model); next !== undefined && next !== place; next = promoteNext(model)) {}
  return 'done';
}

/** The functions on one enrollment: invisible, then not permitted, then deleted, then the state. */
export function byFunction(model: Model, place: ModelPlace, command: Extract<Command, { pick: number }>): Outcome {
  if (!sees(command.actor)) return 'ENROLLMENT_NOT_FOUND';
  if (!enrolls(command.actor)) return 'PERMISSION_DENIED';
  if (command.kind === 'restore') return restore(model, place);
  if (place.deleted) return 'ENROLLMENT_NOT_FOUND';
  if (command.kind === 'move') return move(model, place, command.rank);
  if (command.kind === 'hold') return hold(model, place, command.reason);
  if (command.kind === 'release') return release(model, place);
  if (command.kind === 'promote') return place.status === 'waitlisted' ? takeSeat(model, place) : 'INVALID_TRANSITION';
  if (command.kind === 'disenroll' && place.status === 'disenrolled') return 'INVALID_TRANSITION';
  end(model, place, command.kind === 'disenroll' ? 'disenroll' : 'delete');
  return 'done';
}

/** A plain update of the status: rows that one may not see or edit are not found. */
export function byUpdate(model: Model, place: ModelPlace, actor: CommandActor, to: ModelPlace['status']): Outcome {
  if (!enrolls(actor) || place.deleted) return 'hidden';
  if (place.status === to) return 'done';
  if (place.status === 'disenrolled' || to === 'waitlisted') return 'INVALID_TRANSITION';
  if (to === 'enrolled') return takeSeat(model, place);
  end(model, place, 'disenroll');
  return 'done';
}

export function enrollMany(model: Model, command: Extract<Command, { kind: 'enroll many' }>): Outcome {
  if (command.way === 'rpc') {
    if (model.deleted || !sees(command.actor)) return 'GROUP_NOT_FOUND';
    if (!enrolls(command.actor)) return 'PERMISSION_DENIED';
    for (const patient of command.patients) enter(model, patient, 'waitlist');
    return 'done';
  }
  // Who may not enroll is told nothing of groups and patients.
  if (!enrolls(command.actor)) return '42501';
  const before = structuredClone({ places: model.places, entries: model.entries });
  const undo = (outcome: Outcome) => {
    Object.assign(model, before);
    return outcome;
  };
  for (const patient of command.patients) {
    const outcome = enter(model, patient, 'waitlist');
    if (outcome !== 'done') return undo(outcome);
  }
  return 'done';
}

export function changeGroup(model: Model, command: Command): Outcome {
  if (command.kind === 'delete group' || command.kind === 'restore group') {
    const wantsDeleted = command.kind === 'restore group';
    if (!sees(command.actor) || (model.deleted && !wantsDeleted)) return 'GROUP_NOT_FOUND';
    if (!administers(command.actor)) return 'PERMISSION_DENIED';
    if (model.deleted !== wantsDeleted) return 'GROUP_NOT_FOUND';
    model.deleted = !wantsDeleted;
    log(model, model.deleted ? 'group_deleted' : 'group_restored');
    return 'done';
  }
  if (!administers(command.actor) || model.deleted) return 'hidden';
  if (command.kind === 'set status' && command.to !== model.status) {
    model.status = command.to;
    log(model, 'group_updated');
  }
  if (command.kind === 'set capacity' && command.to !== model.capacity) {
    const raised = command.to > model.capacity;
    model.capacity = command.to;
    log(model, 'group_updated');
    if (raised) promote(model, model.capacity);
  }
  return 'done';
}
