import type { CataloguePermission } from './api/get-permission-catalogue';
import type { Role } from './api/get-roles';

/** One toggle. */
export interface Grant {
  roleId: string;
  permissionKey: string;
  granted: boolean;
}

export interface ResourceRows {
  /** "Group Definitions". */
  label: string;
  resource: string;
  permissions: CataloguePermission[];
}

export interface ModuleRows {
  label: string;
  module: string;
  resources: ResourceRows[];
}

const MODULE_LABELS: Readonly<Record<string, string>> = { pm: 'Practice Management', pf: 'Organization' };
const MODULE_ORDER = ['pm', 'pf'];

/** PM-04's resources in its order, then ours. Those that this version does not know come last, by name. */
const RESOURCE_ORDER = [
  'group_definitions',
  'group_schedule',
  'group_enrollments',
  'group_attendance',
  'patients',
  'question_sets',
  'reports',
];
const ACTION_ORDER = ['view', 'create', 'edit', 'delete', 'manage'];

/** Sorts the catalogue into modules, and each module into its resources. */
export function matrixRows(catalogue: readonly CataloguePermission[]): ModuleRows[] {
  return groupBy(catalogue, ({ module }) => module, MODULE_ORDER).map(([module, ofModule]) => ({
    module,
    label: MODULE_LABELS[module] ?? titleOf(module),
    resources: groupBy(ofModule, ({ resource }) => resource, RESOURCE_ORDER).map(([resource, permissions]) => ({
      resource,
      label: titleOf(resource),
      permissions: permissions.toSorted(byOrder(({ action }) => action, ACTION_ORDER)),
    })),
  }));
}

/** "group_definitions" -> "Group Definitions". */
function titleOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function groupBy<Item>(items: readonly Item[], name: (item: Item) => string, order: readonly string[]) {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return [...groups].toSorted(byOrder(([key]) => key, order));
}

function byOrder<Item>(name: (item: Item) => string, order: readonly string[]) {
  const rank = (item: Item) => {
    const index = order.indexOf(name(item));
    return index === -1 ? order.length : index;
  };
  return (one: Item, other: Item) => rank(one) - rank(other) || name(one).localeCompare(name(other));
}

/** The roles after one toggle. */
export function withGrant(roles: readonly Role[], { roleId, permissionKey, granted }: Grant): Role[] {
  return roles.map((role) => {
    if (role.id !== roleId) return role;
    const others = role.permissions.filter((key) => key !== permissionKey);
    return { ...role, permissions: granted ? [...others, permissionKey].sort() : others };
  });
}
