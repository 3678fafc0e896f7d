import * as z from 'zod/mini';

export const MAX_REASONS = 30;
export const MAX_REASON_LENGTH = 100;
export const MAX_LOCATIONS = 100;
/** As much as the location of a group or a session may have. */
export const MAX_LOCATION_LENGTH = 100;

/** What clinics cancel for most often; an organization that has not made its own list has this one. */
const USUAL_REASONS = [
  'Facilitator unavailable',
  'Room not available',
  'Too few patients',
  'Clinic closed',
  'Severe weather',
];

/** How patients are named on paper that others may see. */
export const ROSTER_NAMES = ['preferred_name', 'initials'] as const;

/** Reasons in the order in which they are offered, each once. */
const cancellationReasonsSchema = z.pipe(
  z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REASON_LENGTH))).check(z.maxLength(MAX_REASONS)),
  z.transform((reasons) => [...new Set(reasons)]),
);

/** Rooms and places in the order in which they are offered, each once however it is written. */
const locationsSchema = z.pipe(
  z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_LOCATION_LENGTH)))
    .check(z.maxLength(MAX_LOCATIONS)),
  z.transform((locations) => locations.filter((location, at) => locations.findIndex(sameAs(location)) === at)),
);

/** Whether a name is the same as another without regard to case, as rooms are compared when sessions are booked. */
export function sameAs(name: string): (other: string) => boolean {
  return (other) => other.toLowerCase() === name.toLowerCase();
}

/** What an organization may set for itself; a value that is missing or malformed becomes the default. */
export const organizationSettingsSchema = z.catch(
  z.object({
    /** Minutes without a sign of life after which a person is signed out. */
    idle_minutes: z.catch(z.number().check(z.minimum(1), z.maximum(480)), 15),
    /** Why sessions are cancelled, to choose from. An empty list is a choice too. */
    cancellation_reasons: z.catch(cancellationReasonsSchema, USUAL_REASONS),
    /** Where groups meet, to choose from. Empty for those that have listed none. */
    locations: z.catch(locationsSchema, []),
    /** Names on printed rosters and sign-in sheets. */
    roster_names: z.catch(z.enum(ROSTER_NAMES), 'preferred_name'),
  }),
  { idle_minutes: 15, cancellation_reasons: USUAL_REASONS, locations: [], roster_names: 'preferred_name' },
);
