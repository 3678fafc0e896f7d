/** The system role that always holds every permission. */
export function isOrgAdmin(role: { key: string; is_system: boolean }): boolean {
  return role.is_system && role.key === 'org_admin';
}

/** The organization admin first, then by name. */
export function inRoleOrder<Role extends { key: string; name: string; is_system: boolean }>(
  roles: readonly Role[],
): Role[] {
  return roles.toSorted(
    (one, other) => Number(isOrgAdmin(other)) - Number(isOrgAdmin(one)) || one.name.localeCompare(other.name),
  );
}
