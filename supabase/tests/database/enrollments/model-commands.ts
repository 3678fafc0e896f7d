import fc from 'fast-check';

export const patientCount = 8;

/** org_admin may do all; front_desk everything with enrollments; staff only looks; stranger is of another organization. */
export const commandActors = ['front_desk', 'org_admin', 'staff', 'stranger'] as const;
export type CommandActor = (typeof commandActors)[number];

/** By function, or by a plain insert or update as any REST client can send it. */
export type Way = 'rpc' | 'rest';

/** In the first or the second of the two groups; `pick` chooses an enrollment among those of that group (pickPlace). */
export type Command = { actor: CommandActor; group: 0 | 1 } & (
  | { kind: 'enroll'; way: Way; patient: number; onFull: 'waitlist' | 'reject' }
  | { kind: 'enroll many'; way: Way; patients: number[] }
  | { kind: 'disenroll' | 'promote'; way: Way; pick: number }
  | { kind: 'put back on the waitlist' | 'delete' | 'restore'; pick: number }
  | { kind: 'move'; pick: number; rank: number }
  | { kind: 'hold'; pick: number; reason: string }
  | { kind: 'release'; pick: number }
  | { kind: 'transfer'; pick: number; onFull: 'waitlist' | 'reject' }
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
// Mostly the first, so that its seats are fought for.
const group = fc.constantFrom<0 | 1>(0, 0, 0, 1);
const patient = fc.nat(patientCount - 1);
const pick = fc.nat(63);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('enroll' as const),
      actor,
      group,
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
      group,
      way,
      patients: fc.array(patient, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constantFrom('disenroll' as const, 'promote' as const), actor, group, way, pick }),
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
      group,
      pick,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      actor,
      group,
      pick,
      rank: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      actor,
      group,
      pick,
      reason: fc.constantFrom('', 'On vacation', 'In hospital'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('release' as const), actor, group, pick }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('transfer' as const),
      actor,
      group,
      pick,
      onFull: fc.constantFrom<'waitlist' | 'reject'>('waitlist', 'reject'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('set capacity' as const),
      actor: mostlyAdmin,
      group,
      to: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set status' as const),
      actor: mostlyAdmin,
      group,
      to: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'completed' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'delete group' as const,
        'restore group' as const,
        'restore group' as const,
        'restore group' as const,
      ),
      actor: mostlyAdmin,
      group,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete patient' as const, 'restore patient' as const),
      actor: mostlyAdmin,
      group,
      patient,
    }),
  },
);

/** One command in a line of a failing example. */
function words({ actor: by, kind, ...rest }: Command): string {
  const facts = Object.entries(rest).map(([name, fact]) => `${name} ${Array.isArray(fact) ? fact.join('+') : fact}`);
  return `\n    ${by}: ${kind}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

/** Many at once, so that a day may begin with full groups and long waitlists. */
const opening: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant('enroll many' as const),
  actor: fc.constant<CommandActor>('front_desk'),
  group: fc.constantFrom<0 | 1>(0, 1),
  way: fc.constant<Way>('rpc'),
  patients: fc.uniqueArray(patient, { minLength: 4, maxLength: 6, size: 'max' }),
});

const told = (commands: fc.Arbitrary<Command>, maxLength: number) =>
  fc.array(
    commands.map((one) => ({ ...one, [fc.toStringMethod]: () => words(one) })),
    { maxLength, size: 'max' },
  );

/** A day at the front desk, shrunk to the shortest one that fails and printed a command a line. */
export const day = fc.tuple(told(opening, 3), told(command, 34)).map(([first, rest]) => [...first, ...rest]);
