import type { Command, CommandActor } from './model-commands.ts';

/** What the rules of design section 5 say about one group, without a database: the reference of the model test. */
export interface Model {
  capacity: number;
  status: 'active' | 'inactive' | 'completed';
  deleted: boolean;
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
}

/** done; hidden: a statement that finds no row; else the code of the refusal. */
export type Outcome = 'done' | 'hidden' | 'nobody to pick' | (string & {});

export const newModel = (capacity: number): Model => ({
  capacity,
  status: 'active',
  deleted: false,
  deletedPatients: new Set(),
  places: [],
  entries: [],
});

const sees = (actor: CommandActor) => actor !== 'stranger';
const enrolls = (actor: CommandActor) => actor === 'front_desk' || actor === 'org_admin';
const administers = (actor: CommandActor) => actor === 'org_admin';

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

/** Free seats go to those who wait, lowest position first; an inactive or deleted group promotes nobody. */
function promote(model: Model, most: number): void {
  for (let promoted = 0; promoted < most; promoted += 1) {
    const [next] = queue(model);
    if (next === undefined || model.deleted || model.status !== 'active' || seats(model) >= model.capacity) return;
    next.status = 'enrolled';
    next.position = null;
    log(model, 'patient_promoted', next);
  }
}

function enter(model: Model, patient: number, onFull: 'waitlist' | 'reject'): Outcome {
  if (model.deleted) return 'GROUP_NOT_FOUND';
  if (model.deletedPatients.has(patient)) return 'PATIENT_NOT_FOUND';
  if (model.status !== 'active') return 'GROUP_NOT_ACTIVE';
  if (model.places.some((place) => place.patient === patient && isLive(place))) return 'PATIENT_ALREADY_ENROLLED';
  if (onFull === 'reject' && seats(model) >= model.capacity) return 'GROUP_AT_CAPACITY';
  const place: ModelPlace = { patient, status: 'disenrolled', position: null, deleted: false };
  seatOrQueue(model, place);
  model.places.push(place);
  log(model, place.status === 'enrolled' ? 'patient_enrolled' : 'patient_waitlisted', place);
  return 'done';
}

function end(model: Model, place: ModelPlace, change: 'disenroll' | 'delete'): void {
  const heldSeat = place.status === 'enrolled' && !place.deleted;
  if (change === 'disenroll') place.status = 'disenrolled';
  else place.deleted = true;
  place.position = null;
  log(model, change === 'disenroll' ? 'patient_disenrolled' : 'enrollment_deleted', place);
  if (heldSeat) promote(model, 1);
}

function takeSeat(model: Model, place: ModelPlace): Outcome {
  if (model.deleted || model.status !== 'active') return 'GROUP_NOT_ACTIVE';
  if (seats(model) >= model.capacity) return 'GROUP_AT_CAPACITY';
  place.status = 'enrolled';
  place.position = null;
  log(model, 'patient_promoted', place);
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

/** The functions on one enrollment: invisible, then not permitted, then deleted, then the state. */
function byFunction(model: Model, place: ModelPlace, command: Extract<Command, { pick: number }>): Outcome {
  if (!sees(command.actor)) return 'ENROLLMENT_NOT_FOUND';
  if (!enrolls(command.actor)) return 'PERMISSION_DENIED';
  if (command.kind === 'restore') return restore(model, place);
  if (place.deleted) return 'ENROLLMENT_NOT_FOUND';
  if (command.kind === 'move') return move(model, place, command.rank);
  if (command.kind === 'promote') return place.status === 'waitlisted' ? takeSeat(model, place) : 'INVALID_TRANSITION';
  if (command.kind === 'disenroll' && place.status === 'disenrolled') return 'INVALID_TRANSITION';
  end(model, place, command.kind === 'disenroll' ? 'disenroll' : 'delete');
  return 'done';
}

/** A plain update of the status: rows that one may not see or edit are not found. */
function byUpdate(model: Model, place: ModelPlace, actor: CommandActor, to: ModelPlace['status']): Outcome {
  if (!enrolls(actor) || place.deleted) return 'hidden';
  if (place.status === to) return 'done';
  if (place.status === 'disenrolled' || to === 'waitlisted') return 'INVALID_TRANSITION';
  if (to === 'enrolled') return takeSeat(model, place);
  end(model, place, 'disenroll');
  return 'done';
}

function enrollMany(model: Model, command: Extract<Command, { kind: 'enroll many' }>): Outcome {
  if (command.way === 'rpc') {
    if (model.deleted || !sees(command.actor)) return 'GROUP_NOT_FOUND';
    if (!enrolls(command.actor)) return 'PERMISSION_DENIED';
    for (const patient of command.patients) enter(model, patient, 'waitlist');
    return 'done';
  }
  if (!sees(command.actor)) return '42501';
  const before = structuredClone({ places: model.places, entries: model.entries });
  const undo = (outcome: Outcome) => {
    Object.assign(model, before);
    return outcome;
  };
  for (const patient of command.patients) {
    const outcome = enter(model, patient, 'waitlist');
    if (outcome !== 'done') return undo(outcome);
    // Row level security judges each row after the trigger has let it through.
    if (!enrolls(command.actor)) return undo('42501');
  }
  return 'done';
}

function changeGroup(model: Model, command: Command): Outcome {
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

function changePatient(model: Model, patient: number, deletes: boolean, actor: CommandActor): Outcome {
  if (model.deletedPatients.has(patient) === deletes || !sees(actor)) return 'PATIENT_NOT_FOUND';
  if (!administers(actor)) return 'PERMISSION_DENIED';
  if (!deletes) {
    model.deletedPatients.delete(patient);
    return 'done';
  }
  const live = model.places.find((place) => place.patient === patient && isLive(place));
  if (live !== undefined) end(model, live, 'disenroll');
  model.deletedPatients.add(patient);
  return 'done';
}

/**
 * The number of the enrollment that the command means; undefined if there is none. Three times in four it is one of
 * those on which the command can work, otherwise anybody's.
 */
export function pickPlace(model: Model, command: Command): number | undefined {
  if (!('pick' in command)) return undefined;
  const suitable = model.places.filter((place) => {
    if (command.kind === 'restore') return place.deleted;
    return command.kind === 'move' || command.kind === 'promote' ? queue(model).includes(place) : isLive(place);
  });
  const [choice, aimed] = [command.pick >> 2, command.pick % 4 !== 0];
  const place = aimed ? suitable[choice % suitable.length] : undefined;
  const number = place === undefined ? choice % model.places.length : model.places.indexOf(place);
  return Number.isNaN(number) ? undefined : number;
}

/** Applies one command, on the enrollment of that number if it needs one, and says what the person must meet. */
export function applyToModel(model: Model, command: Command, number: number | undefined): Outcome {
  model.entries = [];
  if (command.kind === 'delete patient' || command.kind === 'restore patient') {
    return changePatient(model, command.patient, command.kind === 'delete patient', command.actor);
  }
  if (command.kind === 'enroll') {
    if (command.way === 'rest')
      return enrollMany(model, { ...command, kind: 'enroll many', patients: [command.patient] });
    if (model.deleted || !sees(command.actor)) return 'GROUP_NOT_FOUND';
    return enrolls(command.actor) ? enter(model, command.patient, command.onFull) : 'PERMISSION_DENIED';
  }
  if (command.kind === 'enroll many') return enrollMany(model, command);
  if (!('pick' in command)) return changeGroup(model, command);
  const place = model.places[number ?? -1];
  if (place === undefined) return 'nobody to pick';
  if (command.kind === 'put back on the waitlist') return byUpdate(model, place, command.actor, 'waitlisted');
  if ('way' in command && command.way === 'rest') {
    return byUpdate(model, place, command.actor, command.kind === 'disenroll' ? 'disenrolled' : 'enrolled');
  }
  return byFunction(model, place, command);
}
