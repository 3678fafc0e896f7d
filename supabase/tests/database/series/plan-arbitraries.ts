import fc from 'fast-check';

/** Four days in a row; the clinic is closed on the third. */
export const days = ['2031-03-03', '2031-03-04', '2031-03-05', '2031-03-06'] as const;
export const closedDay = days[2];

const day = fc.constantFrom(...days);
/** People by number; the test knows their ids. Null: nobody is named. */
const person = fc.option(fc.nat(2), { nil: null });
const room = fc.constantFrom(null, 'Room 1', ' room 1', 'Room 2');
const clock = (hour: number, minute = 0) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const span = fc.tuple(fc.integer({ min: 9, max: 12 }), fc.integer({ min: 1, max: 2 }));

/** A session that is there already. */
export const existing = fc.record({
  ...{ day, span, facilitator: person, coFacilitator: person, room, override: fc.boolean(), cancelled: fc.boolean() },
});

const mending = fc.record(
  {
    moved_to: day,
    span,
    facilitator: fc.nat(2),
    coFacilitator: fc.nat(2),
    location: fc.constantFrom('Room 1', 'Room 2', 'Room 3'),
    conflict_override: fc.boolean(),
    on_closed_day: fc.boolean(),
  },
  { requiredKeys: [] },
);

const plan = fc.record({
  dates: fc.uniqueArray(day, { minLength: 1 }),
  mendings: fc.array(fc.option(mending), { minLength: 4, maxLength: 4 }),
  span,
  facilitator: person,
  coFacilitator: person,
  location: room,
  /** Of a group that has facilitators and a room of its own, or of one that has none. */
  ledGroup: fc.boolean(),
});

export const scene = fc.record({ sessions: fc.array(existing, { maxLength: 6 }), plan });
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;
export type ExistingSession = Scene['sessions'][number];
export type Plan = Scene['plan'];

/** Start and end on the wall clock. `minute` keeps sessions that were moved to one day apart by their start. */
export function times([hour, hours]: readonly [number, number], minute = 0) {
  return { start_time: clock(hour, minute), end_time: clock(hour + hours) };
}

/** The arguments of pm_preview_series and pm_schedule_series. */
export function argumentsOf(plan: Plan, people: readonly string[], group: string) {
  const idOf = (number: number | null | undefined) => (number == null ? null : (people[number] ?? null));
  const changes = plan.dates.flatMap((session_date, index) => {
    const mended = plan.mendings[index];
    if (mended == null) return [];
    const { span: own, facilitator, coFacilitator, ...rest } = mended;
    const moved = rest.moved_to !== undefined;
    return {
      ...{ session_date, ...rest },
      ...(moved || own !== undefined ? times(own ?? plan.span, moved ? index + 1 : 0) : {}),
      ...(facilitator === undefined ? {} : { facilitator_id: idOf(facilitator) }),
      ...(coFacilitator === undefined ? {} : { co_facilitator_id: idOf(coFacilitator) }),
    };
  });
  return {
    ...{ group_definition_id: group, session_dates: plan.dates, ...times(plan.span), changes, location: plan.location },
    ...{ facilitator_id: idOf(plan.facilitator), co_facilitator_id: idOf(plan.coFacilitator) },
  };
}
