interface RoleWithPermissions {
  id: string;
  name: string;
  permissions: readonly string[];
}

/**
 * Roles as options of a select. Takes the id of the person's own role: one that may do more than it cannot be handed
 * out by them, so it cannot be chosen.
 */
export function roleOptions(roles: readonly RoleWithPermissions[], ownRoleId: string) {
  const held = new Set(roles.find(({ id }) => id === ownRoleId)?.permissions);
  return roles.map(({ id, name, permissions }) => ({
    value: id,
    label: name,
    disabled: permissions.some((key) => !held.has(key)),
  }));
}
