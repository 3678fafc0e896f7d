import type { CataloguePermission } from './api/get-permission-catalogue';
import type { RoleChange } from './role-changes';

/** A change as a sentence. Takes the catalogue, to call permissions by what they allow. */
export function changeWords(change: RoleChange, catalogue: readonly CataloguePermission[]): string {
  switch (change.kind) {
    case 'added':
      return `The role ${change.roleName} is new.`;
    case 'removed':
      return `The role ${change.roleName} was deleted.`;
    case 'renamed':
      return `The role ${change.before} is called ${change.roleName} now.`;
    case 'grant': {
      const permission = catalogue.find(({ key }) => key === change.permissionKey);
      const words = permission?.description ?? change.permissionKey;
      return change.granted ? `${change.roleName} was given: ${words}.` : `${change.roleName} has lost: ${words}.`;
    }
  }
}
