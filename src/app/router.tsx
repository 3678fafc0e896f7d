import { createBrowserRouter, type RouteObject } from 'react-router';
import { checkInRoutes } from '@/modules/pm/check-in';
import { GuestsOnly } from '@/platform/auth/guests-only';
import { loadSignInPage } from '@/platform/auth/load-sign-in-page';
import { RequireSession } from '@/platform/auth/require-session';
import { notificationRoutes } from '@/platform/notifications/routes';
import { moduleRoutes } from './module-routes';
import { PageLoading } from './pages/page-loading';
import { RouteErrorPage } from './pages/route-error-page';
import { RootLayout } from './root-layout';
import { settingsRoutes } from './settings-routes';

/** Pages for those who are not signed in; the smallest download. */
const guestRoutes: RouteObject[] = [
  { path: 'sign-in', lazy: loadSignInPage },
  {
    path: 'sign-up',
    lazy: async () => ({ Component: (await import('@/platform/auth/pages/sign-up-page')).SignUpPage }),
  },
];

/** Pages that show themselves to anybody, and say what is missing. */
const openRoutes: RouteObject[] = [
  {
    path: 'forgot-password',
    lazy: async () => ({ Component: (await import('@/platform/auth/pages/forgot-password-page')).ForgotPasswordPage }),
  },
  {
    path: 'reset-password',
    lazy: async () => ({ Component: (await import('@/platform/auth/pages/reset-password-page')).ResetPasswordPage }),
  },
  {
    path: 'invitations/:token',
    lazy: async () => ({
      Component: (await import('@/platform/organizations/pages/accept-invitation-page')).AcceptInvitationPage,
    }),
  },
];

const organizationRoute: RouteObject = {
  path: 'o/:slug',
  lazy: async () => ({ Component: (await import('./organization-layout')).OrganizationLayout }),
  children: [
    {
      // A page that breaks leaves the navigation standing.
      errorElement: <RouteErrorPage />,
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./home/home-page')).HomePage }) },
        ...moduleRoutes,
        ...settingsRoutes,
        ...notificationRoutes,
        { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found-page')).NotFoundInside }) },
      ],
    },
  ],
};

/** Pages behind sign-in. */
const memberRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/start-page')).StartPage }) },
  {
    path: 'organizations/new',
    lazy: async () => ({
      Component: (await import('@/platform/organizations/pages/create-organization-page')).CreateOrganizationPage,
    }),
  },
  organizationRoute,
];

/** Every address of the app. */
export const router = createBrowserRouter([
  {
    Component: RootLayout,
    ErrorBoundary: RouteErrorPage,
    HydrateFallback: PageLoading,
    children: [
      { Component: GuestsOnly, children: guestRoutes },
      ...openRoutes,
      { Component: RequireSession, children: memberRoutes },
      { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found-page')).NotFoundPage }) },
    ],
  },
  // For patients: without what is around the pages of the clinic's people.
  { ErrorBoundary: RouteErrorPage, HydrateFallback: PageLoading, children: checkInRoutes },
]);
