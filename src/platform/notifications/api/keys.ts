import { queryKey } from '@/platform/query';

const FEATURE = 'notifications';

/** Which notifications a list shows. */
export interface ListArgs {
  unreadOnly: boolean;
  /** Only those older than the one with this id; null begins with the latest. */
  before: number | null;
}

/** The keys of what is read about a person's notifications; they begin with the organization's id. */
export const notificationKeys = {
  all: (organizationId: string) => queryKey(organizationId, FEATURE),
  lists: (organizationId: string) => queryKey(organizationId, FEATURE, 'list'),
  list: (organizationId: string, args: ListArgs) => queryKey(organizationId, FEATURE, 'list', args),
  unread: (organizationId: string) => queryKey(organizationId, FEATURE, 'unread'),
  urgent: (organizationId: string) => queryKey(organizationId, FEATURE, 'urgent'),
  elsewhere: (organizationId: string) => queryKey(organizationId, FEATURE, 'elsewhere'),
  settings: (organizationId: string) => queryKey(organizationId, FEATURE, 'settings'),
};
