import type { RouteObject } from 'react-router';
import { recordRoutes } from '@/modules/pm/records';

/** The pages under /o/:slug/settings, loaded when first visited. */
export const settingsRoutes: RouteObject[] = [
  {
    path: 'settings/permissions',
    lazy: async () => ({
      Component: (await import('@/platform/permissions/pages/permissions-page')).PermissionsPage,
    }),
  },
  {
    path: 'settings/members',
    lazy: async () => ({ Component: (await import('@/platform/organizations/pages/members-page')).MembersPage }),
  },
  {
    path: 'settings/organization',
    lazy: async () => ({
      Component: (await import('@/platform/organizations/pages/organization-page')).OrganizationPage,
    }),
  },
  ...recordRoutes,
];
