import type { RouteObject } from 'react-router';
import { groupRoutes } from '@/modules/pm/groups';
import { patientRoutes } from '@/modules/pm/patients';
import { questionSetRoutes } from '@/modules/pm/question-sets';
import { reportRoutes } from '@/modules/pm/reports';
import { scheduleRoutes } from '@/modules/pm/schedule';

/** The pages of the modules under /o/:slug; each feature brings its own, loaded when first visited. */
export const moduleRoutes: RouteObject[] = [
  ...groupRoutes,
  ...patientRoutes,
  ...scheduleRoutes,
  ...questionSetRoutes,
  ...reportRoutes,
];
