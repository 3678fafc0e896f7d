import { queryKey } from '@/platform/query';

const FEATURE = 'sessions';

/** Query keys of series. They lie under the sessions' prefix: what changes a session changes what is told about its series. */
export const seriesKeys = {
  detail: (organizationId: string, seriesId: string) => queryKey(organizationId, FEATURE, 'series', seriesId),
  ofGroup: (organizationId: string, groupId: string) => queryKey(organizationId, FEATURE, 'series-of-group', groupId),
  runningOut: (organizationId: string) => queryKey(organizationId, FEATURE, 'series-running-out'),
  sessions: (organizationId: string, seriesId: string) =>
    queryKey(organizationId, FEATURE, 'series-sessions', seriesId),
  position: (organizationId: string, seriesId: string, startsAt: string) =>
    queryKey(organizationId, FEATURE, 'series-position', { seriesId, startsAt }),
  preview: (organizationId: string, request: object) => queryKey(organizationId, FEATURE, 'series-preview', request),
  changePreview: (organizationId: string, request: object) =>
    queryKey(organizationId, FEATURE, 'series-change-preview', request),
};
