import * as z from 'zod';
import { type Permission, PM_PERMISSIONS } from '@/platform/permissions/constants';
import { DELETED_KINDS, type DeletedKind } from './deleted-kinds';

/** What the address says about the list of what was deleted. */
export const deletedView = z.object({ kind: z.enum([...DELETED_KINDS, 'all']).default('all') });

export type DeletedView = z.output<typeof deletedView>;

const DELETE_PERMISSIONS: Readonly<Record<DeletedKind, Permission>> = {
  group: PM_PERMISSIONS.GROUP_DEFINITIONS_DELETE,
  enrollment: PM_PERMISSIONS.GROUP_ENROLLMENTS_DELETE,
  patient: PM_PERMISSIONS.PATIENTS_DELETE,
};

/** What of all this a person may restore. */
export function restorableKinds(can: (permission: Permission) => boolean): DeletedKind[] {
  return DELETED_KINDS.filter((kind) => can(DELETE_PERMISSIONS[kind]));
}
