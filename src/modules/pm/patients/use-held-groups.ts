import { useQuery } from '@tanstack/react-query';
import { patientEnrollmentsQueryOptions } from '@/modules/pm/enrollments';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';

/** Ids of the groups where a patient has a seat or waits, with which of the two; empty where that may not be seen. */
export function useHeldGroups(patientId: string): ReadonlyMap<string, string> {
  const { id: organizationId } = useOrganization();
  const maySee = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const { data = [] } = useQuery({ ...patientEnrollmentsQueryOptions(organizationId, patientId), enabled: maySee });
  return new Map(
    data
      .filter(({ status }) => status !== 'disenrolled')
      .map(({ group_definition_id, status }) => [group_definition_id, status]),
  );
}
