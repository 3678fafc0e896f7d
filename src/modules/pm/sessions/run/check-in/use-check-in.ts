import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { responsesQueryOptions, type SessionResponse } from '../api/get-responses';
import { resultsQueryOptions } from '../api/get-results';
import type { RunningSession } from '../api/get-running-session';
import type { ListedPerson } from '../taking-attendance/attendance-model';

/** What somebody answered, and who that is. */
export interface PersonsAnswers extends SessionResponse {
  name: string;
}

/** What a session asks and what came back, as far as the person may see it. */
export function useCheckIn(session: RunningSession, people: readonly ListedPerson[]) {
  const { id } = useOrganization();
  const { can } = usePermissions();
  const seesAnswers = can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW) && can(PM_PERMISSIONS.QUESTION_SETS_VIEW);
  const asked = { enabled: seesAnswers && session.asks !== null };
  const responses = useQuery({ ...responsesQueryOptions(id, session.id), ...asked });
  const results = useQuery({ ...resultsQueryOptions(id, session.id), ...asked });
  const answers = useMemo(() => named(responses.data ?? [], people), [responses.data, people]);
  return {
    seesAttendance: can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW),
    seesAnswers,
    joined: people.filter(({ attendee }) => attendee.joined_at !== null).length,
    answered: people.filter(({ attendee }) => attendee.has_answered).length,
    answers,
    responses,
    results,
  };
}

export type CheckIn = ReturnType<typeof useCheckIn>;

function named(responses: readonly SessionResponse[], people: readonly ListedPerson[]): PersonsAnswers[] {
  const names = new Map(people.map(({ participantId, name }) => [participantId, name]));
  return responses.map((response) => ({ ...response, name: names.get(response.participant_id) ?? 'A participant' }));
}
