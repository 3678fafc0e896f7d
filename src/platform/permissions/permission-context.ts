import { createContext, useContext } from 'react';
import type { Permission } from './constants';

/** The keys that the signed-in person's role holds in the present organization. */
export const PermissionContext = createContext<ReadonlySet<string> | null>(null);

/** What the signed-in person may do here, for comfort only: the database decides. Throws outside /o/:slug. */
export function usePermissions(): { can: (permission: Permission) => boolean } {
  const granted = useContext(PermissionContext);
  if (!granted) throw new Error('usePermissions belongs inside /o/:slug');
  return { can: (permission) => granted.has(permission) };
}
