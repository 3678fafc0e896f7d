import type { RouteObject } from 'react-router';

/** What the person was told, and what they want to be told, under /o/:slug; loaded when first visited. */
export const notificationRoutes: RouteObject[] = [
  {
    path: 'notifications',
    lazy: async () => ({ Component: (await import('./list/notifications-page')).NotificationsPage }),
  },
  {
    path: 'settings/notifications',
    lazy: async () => ({
      Component: (await import('./settings/notification-settings-page')).NotificationSettingsPage,
    }),
  },
];
