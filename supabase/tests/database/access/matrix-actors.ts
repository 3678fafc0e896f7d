/** Roles of active members. `viewer` holds every view permission and no other; `powerless` holds none. */
export const memberActors = ['org_admin', 'facilitator', 'front_desk', 'staff', 'viewer', 'powerless'] as const;
export type MemberActor = (typeof memberActors)[number];

/** Everybody who knocks. `suspended` was an org_admin, `other_admin` is org_admin of the second organization. */
export const actors = [...memberActors, 'suspended', 'outsider', 'other_admin', 'anon', 'service_role'] as const;
export type Actor = (typeof actors)[number];

export const commands = ['select', 'insert', 'update', 'delete'] as const;
export type Command = (typeof commands)[number];

/**
 * Whose row: of the organization to which the actor belongs (the first one for those who belong to none), of another
 * organization, the actor's own (profile, calendar link, notification), or a soft-deleted row of the own organization.
 */
export type RowKind = 'own' | 'other' | 'self' | 'deleted';

/** allowed: at least one row; hidden: no error and no row; else the SQLSTATE of the refusal. */
export type Outcome = 'allowed' | 'hidden' | '42501' | '55000' | 'PT403';

/** The role by whose name the actor's rights in the organization of a row are listed; null for none. */
export function standing(actor: Actor, row: RowKind): MemberActor | null {
  if (row === 'other') return null;
  if (actor === 'other_admin') return 'org_admin';
  return memberActors.find((member) => member === actor) ?? null;
}
