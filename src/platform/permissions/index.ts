export { rolePermissionsQueryOptions } from './api/get-role-permissions';
export { type Role, useRoles } from './api/get-roles';
export { Can, RequirePermission } from './can';
export { type Permission, PF_PERMISSIONS, PM_PERMISSIONS } from './constants';
export { PermissionContext, usePermissions } from './permission-context';
export { roleOptions } from './role-options';
