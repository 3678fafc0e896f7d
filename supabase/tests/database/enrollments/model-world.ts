import type { Command, CommandActor } from './model-commands.ts';
import {
  administers,
  byFunction,
  byUpdate,
  changeGroup,
  end,
  enrollMany,
  enrolls,
  enter,
  isLive,
  type Model,
  type ModelPlace,
  newModel,
  type Outcome,
  queue,
  sees,
} from './model-reference.ts';

/** Two groups of one organization, with the same patients. */
export type World = [Model, Model];

/** Two empty groups of so many seats. */
export function newWorld(capacities: [number, number]): World {
  const deletedPatients = new Set<number>();
  return [newModel(capacities[0], deletedPatients), newModel(capacities[1], deletedPatients)];
}

/** Into the other group first, as the permission for it is asked for first; what refuses there leaves this group alone. */
function transfer(
  model: Model,
  into: Model,
  place: ModelPlace,
  { actor, onFull }: Extract<Command, { kind: 'transfer' }>,
): Outcome {
  if (!sees(actor) || into.deleted) return 'GROUP_NOT_FOUND';
  if (!enrolls(actor)) return 'PERMISSION_DENIED';
  if (place.deleted) return 'ENROLLMENT_NOT_FOUND';
  if (place.status === 'disenrolled') return 'INVALID_TRANSITION';
  const outcome = enter(into, place.patient, onFull);
  if (outcome === 'done') end(model, place, 'disenroll');
  return outcome;
}

function changePatient(world: World, patient: number, deletes: boolean, actor: CommandActor): Outcome {
  const { deletedPatients } = world[0];
  if (deletedPatients.has(patient) === deletes || !sees(actor)) return 'PATIENT_NOT_FOUND';
  if (!administers(actor)) return 'PERMISSION_DENIED';
  if (!deletes) {
    deletedPatients.delete(patient);
    return 'done';
  }
  for (const model of world) {
    const live = model.places.find((place) => place.patient === patient && isLive(place));
    if (live !== undefined) end(model, live, 'disenroll');
  }
  deletedPatients.add(patient);
  return 'done';
}

/**
 * The number of the enrollment that the command means; undefined if there is none. Three times in four it is one of
 * those on which the command can work, otherwise anybody's.
 */
export function pickPlace(world: World, command: Command): number | undefined {
  if (!('pick' in command)) return undefined;
  const model = world[command.group];
  const suitable = model.places.filter((place) => {
    if (command.kind === 'restore') return place.deleted;
    if (command.kind === 'release') return place.held !== null;
    return ['move', 'promote', 'hold'].includes(command.kind) ? queue(model).includes(place) : isLive(place);
  });
  const [choice, aimed] = [command.pick >> 2, command.pick % 4 !== 0];
  const place = aimed ? suitable[choice % suitable.length] : undefined;
  const number = place === undefined ? choice % model.places.length : model.places.indexOf(place);
  return Number.isNaN(number) ? undefined : number;
}

/** Applies one command, on the enrollment of that number if it needs one, and says what the person must meet. */
export function applyToModel(world: World, command: Command, number: number | undefined): Outcome {
  for (const each of world) each.entries = [];
  const model = world[command.group];
  if (command.kind === 'delete patient' || command.kind === 'restore patient') {
    return changePatient(world, command.patient, command.kind === 'delete patient', command.actor);
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
  if (command.kind === 'transfer') return transfer(model, world[command.group === 0 ? 1 : 0], place, command);
  if (command.kind === 'put back on the waitlist') return byUpdate(model, place, command.actor, 'waitlisted');
  if ('way' in command && command.way === 'rest') {
    return byUpdate(model, place, command.actor, command.kind === 'disenroll' ? 'disenrolled' : 'enrolled');
  }
  return byFunction(model, place, command);
}
