import type { ReactNode } from 'react';
import { NoPermission } from '@/platform/ui';
import type { Permission } from './constants';
import { usePermissions } from './permission-context';

interface GuardProps {
  permission: Permission;
  children: ReactNode;
}

/** Shows its children to those who hold the permission, and nothing to others. */
export function Can({ permission, children }: GuardProps) {
  return usePermissions().can(permission) ? children : null;
}

/** A page for those who hold the permission; others read that they may not see it. */
export function RequirePermission({ permission, children }: GuardProps) {
  return usePermissions().can(permission) ? children : <NoPermission />;
}
