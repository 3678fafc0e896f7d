import { queryKey } from '@/platform/query';

/** Keys of what is read for paper. They lie under enrollments, so that a seat that changes reaches them. */
export const printKeys = {
  sheets: (organizationId: string, args: object) => queryKey(organizationId, 'enrollments', 'sheets', args),
  waitlist: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'enrollments', 'sheet-waitlist', groupId),
};
