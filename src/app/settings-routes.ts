import type { RouteObject } from 'react-router';

/** The pages under /o/:slug/settings, loaded when first visited. */
export const settingsRoutes: RouteObject[] = [];
