import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';

/** Keys of everything read about patients. */
export const patientKeys = {
  list: (organizationId: string, view: object) => queryKey(organizationId, 'patients', 'list', view),
  detail: (organizationId: string, patientId: string) => queryKey(organizationId, 'patients', 'detail', patientId),
  ahead: (organizationId: string, patientId: string) => queryKey(organizationId, 'patients', 'ahead', patientId),
  similar: (organizationId: string, likeness: object) => queryKey(organizationId, 'patients', 'similar', likeness),
  groups: (organizationId: string, search: object) => queryKey(organizationId, 'patients', 'groups', search),
};

/** A changed name is shown in all of these; a deleted patient gives up seats that they count. */
const CONCERNED = ['patients', 'enrollments', 'groups', 'schedule', 'sessions', 'home'];

/** The function that every change of a patient calls when it is done; it resolves once the open screens are fresh. */
export function useRefreshPatients(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useCallback(async () => {
    await Promise.all(CONCERNED.map((feature) => queryClient.invalidateQueries({ queryKey: queryKey(id, feature) })));
  }, [queryClient, id]);
}
