import type { Role } from './api/get-roles';

/** One thing in which two readings of the roles differ. */
export type RoleChange =
  | { kind: 'grant'; roleId: string; roleName: string; permissionKey: string; granted: boolean }
  | { kind: 'added' | 'removed'; roleId: string; roleName: string }
  | { kind: 'renamed'; roleId: string; roleName: string; before: string };

/** What it takes to come from one reading to the next. What a new or deleted role may do is not listed by itself. */
export function changesBetween(before: readonly Role[], after: readonly Role[]): RoleChange[] {
  const earlier = new Map(before.map((role) => [role.id, role]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((role) => changesOfRole(earlier.get(role.id), role)),
    ...before.filter(({ id }) => !later.has(id)).map((role) => aboutRole('removed', role)),
  ];
}

function changesOfRole(before: Role | undefined, after: Role): RoleChange[] {
  if (!before) return [aboutRole('added', after)];
  const grant = (permissionKey: string, granted: boolean): RoleChange => ({
    kind: 'grant',
    roleId: after.id,
    roleName: after.name,
    permissionKey,
    granted,
  });
  return [
    ...(before.name === after.name
      ? []
      : [{ kind: 'renamed' as const, roleId: after.id, roleName: after.name, before: before.name }]),
    ...after.permissions.filter((key) => !before.permissions.includes(key)).map((key) => grant(key, true)),
    ...before.permissions.filter((key) => !after.permissions.includes(key)).map((key) => grant(key, false)),
  ];
}

function aboutRole(kind: 'added' | 'removed', { id, name }: Role): RoleChange {
  return { kind, roleId: id, roleName: name };
}

/** Where a change shows: one cell of the matrix, or the role as a whole. */
export function placeOfChange(change: RoleChange): string {
  return change.kind === 'grant' ? cellOf(change.roleId, change.permissionKey) : change.roleId;
}

export function cellOf(roleId: string, permissionKey: string): string {
  return `${roleId} ${permissionKey}`;
}

/** Adds what is newer. A toggle that went there and back is as it was seen; of a role that is gone only that is told. */
export function withNewer(changes: readonly RoleChange[], newer: readonly RoleChange[]): RoleChange[] {
  const gone = new Set(newer.filter(({ kind }) => kind === 'removed').map(({ roleId }) => roleId));
  const overtaken = new Set(newer.map(placeOfChange));
  const kept = changes.filter((change) => !gone.has(change.roleId) && !overtaken.has(placeOfChange(change)));
  const toggledBack = new Set(changes.filter(({ kind }) => kind === 'grant').map(placeOfChange));
  return [...kept, ...newer.filter((change) => !toggledBack.has(placeOfChange(change)))];
}

/** Leaves out what the person has since decided anew. */
export function withoutOwn(changes: readonly RoleChange[], own: readonly RoleChange[]): RoleChange[] {
  const decided = new Set(own.map(placeOfChange));
  return changes.filter((change) => !decided.has(placeOfChange(change)));
}
