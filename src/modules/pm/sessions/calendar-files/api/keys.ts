import { queryKey } from '@/platform/query';

const FEATURE = 'calendar-feeds';

export const feedKeys = {
  list: (organizationId: string) => queryKey(organizationId, FEATURE, 'list'),
};
