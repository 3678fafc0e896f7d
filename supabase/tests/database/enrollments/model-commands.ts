import fc from 'fast-check';

export const patientCount = 8;

/** org_admin may do all; front_desk everything with enrollments; staff only looks; stranger is of another organization. */
export const commandActors = ['front_desk', 'org_admin', 'staff', 'stranger'] as const;
export type CommandActor = (typeof commandActors)[number];

/** By function, or by a plain insert or update as any REST client can send it. */
export type Way = 'rpc' | 'rest';

/** `pick` chooses an enrollment among the ones that there are (pickPlace). */
export type Command = { actor: CommandActor } & (
  | { kind: 'enroll'; way: Way; patient: number; onFull: 'waitlist' | 'reject' }
  | { kind: 'enroll many'; way: Way; patients: number[] }
  | { kind: 'disenroll' | 'promote'; way: Way; pick: number }
  | { kind: 'put back on the waitlist' | 'delete' | 'restore'; pick: number }
  | { kind: 'move'; pick: number; rank: number }
  | { kind: 'set capacity'; to: number }
  | { kind: 'set status'; to: 'active' | 'inactive' | 'completed' }
  | { kind: 'delete group' | 'restore group' }
  | { kind: 'delete patient' | 'restore patient'; patient: number }
);

const actor: fc.Arbitrary<CommandActor> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<CommandActor>('front_desk') },
  { weight: 5, arbitrary: fc.constant<CommandActor>('org_admin') },
  { weight: 1, arbitrary: fc.constant<CommandActor>('staff') },
  { weight: 1, arbitrary: fc.constant<CommandActor>('stranger') },
);
const mostlyAdmin: fc.Arbitrary<CommandActor> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<CommandActor>('org_admin') },
  { weight: 3, arbitrary: fc.constantFrom(...commandActors) },
);
const way = fc.constantFrom<Way>('rpc', 'rest');
const patient = fc.nat(patientCount - 1);
const pick = fc.nat(63);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('enroll' as const),
      actor,
      way,
      patient,
      onFull: fc.constantFrom<'waitlist' | 'reject'>('waitlist', 'waitlist', 'reject'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('enroll many' as const),
      actor,
      way,
      patients: fc.array(patient, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constantFrom('disenroll' as const, 'promote' as const), actor, way, pick }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'put back on the waitlist' as const,
        'delete' as const,
        'delete' as const,
        'restore' as const,
        'restore' as const,
      ),
      actor,
      pick,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('move' as const), actor, pick, rank: fc.integer({ min: 0, max: 5 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('set capacity' as const),
      actor: mostlyAdmin,
      to: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set status' as const),
      actor: mostlyAdmin,
      to: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'completed' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete group' as const, 'restore group' as const, 'restore group' as const),
      actor: mostlyAdmin,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete patient' as const, 'restore patient' as const),
      actor: mostlyAdmin,
      patient,
    }),
  },
);

/** One command in a line of a failing example. */
function words({ actor: by, kind, ...rest }: Command): string {
  const facts = Object.entries(rest).map(([name, fact]) => `${name} ${Array.isArray(fact) ? fact.join('+') : fact}`);
  return `\n    ${by}: ${kind}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

/** A day at the front desk, shrunk to the shortest one that fails and printed a command a line. */
export const day = fc.array(
  command.map((one) => ({ ...one, [fc.toStringMethod]: () => words(one) })),
  { minLength: 1, maxLength: 40, size: 'max' },
);
