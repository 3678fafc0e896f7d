import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '@/platform/organizations';
import { queryKey } from '@/platform/query';

/** Keys of everything read about enrollments. */
export const enrollmentKeys = {
  roster: (organizationId: string, groupId: string) => queryKey(organizationId, 'enrollments', 'roster', groupId),
  history: (organizationId: string, groupId: string) => queryKey(organizationId, 'enrollments', 'history', groupId),
  outlook: (organizationId: string, groupId: string) => queryKey(organizationId, 'enrollments', 'outlook', groupId),
  holders: (organizationId: string, groupId: string) => queryKey(organizationId, 'enrollments', 'holders', groupId),
  ofPatient: (organizationId: string, patientId: string) =>
    queryKey(organizationId, 'enrollments', 'of-patient', patientId),
  patientSearch: (organizationId: string, words: string) =>
    queryKey(organizationId, 'enrollments', 'patient-search', words),
  patientNames: (organizationId: string, patientIds: readonly string[]) =>
    queryKey(organizationId, 'enrollments', 'patient-names', patientIds),
  conflicts: (organizationId: string, question: object) =>
    queryKey(organizationId, 'enrollments', 'conflicts', question),
  transferTargets: (organizationId: string, question: object) =>
    queryKey(organizationId, 'enrollments', 'transfer-targets', question),
  likeGroups: (organizationId: string, question: object) =>
    queryKey(organizationId, 'enrollments', 'like-groups', question),
  timeline: (organizationId: string, seat: object) => queryKey(organizationId, 'enrollments', 'timeline', seat),
  patientActivity: (organizationId: string, question: object) =>
    queryKey(organizationId, 'enrollments', 'patient-activity', question),
};

/** What shows seats, waitlists or where a patient is: all of it may change with one enrollment. */
const CONCERNED = ['enrollments', 'groups', 'schedule', 'sessions', 'patients', 'home'];

async function invalidateSeats(queryClient: QueryClient, organizationId: string): Promise<void> {
  await Promise.all(
    CONCERNED.map((feature) => queryClient.invalidateQueries({ queryKey: queryKey(organizationId, feature) })),
  );
}

/** The function that every change of a seat calls when it is done, successful or refused; it resolves once screens are fresh. */
export function useRefreshSeats(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { id } = useOrganization();
  return useCallback(() => invalidateSeats(queryClient, id), [queryClient, id]);
}
