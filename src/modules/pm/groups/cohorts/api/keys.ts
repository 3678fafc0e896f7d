import { queryKey } from '@/platform/query';

/** Keys of what is read to clone groups; under groups, so that a changed group reaches them. */
export const cohortKeys = {
  chosen: (organizationId: string, groupIds: readonly string[]) =>
    queryKey(organizationId, 'groups', 'to-clone', groupIds),
  preview: (organizationId: string, request: object) => queryKey(organizationId, 'groups', 'clone-preview', request),
  patientNames: (organizationId: string, groupId: string) =>
    queryKey(organizationId, 'groups', 'clone-patient-names', groupId),
};
