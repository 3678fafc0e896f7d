import type { Role } from '../api/get-roles';
import type { ModuleRows } from '../matrix-model';
import type { OpenRoleDialog } from '../roles/role-dialog';
import type { Toggles } from './use-toggles';

/** What both shapes of the matrix, the table and the phone's list, are made of. */
export interface MatrixProps {
  module: ModuleRows;
  roles: readonly Role[];
  toggles: Toggles;
  /** The places (`placeOfChange`) that others have changed since the page was opened. */
  changed: ReadonlySet<string>;
  onOpenRole: OpenRoleDialog;
}
