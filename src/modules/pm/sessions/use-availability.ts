import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { sessionsBetweenQueryOptions } from './api/get-sessions-between';
import { availabilityDuring } from './availability';
import { instantsOfDays } from './day-instants';
import type { Session } from './session';

/** Who and which room is taken while a session takes place, with the request that it is read from. */
export function useAvailability(session: Session) {
  const { id, timezone } = useOrganization();
  const { session_date } = session;
  const request = useQuery({
    ...sessionsBetweenQueryOptions(id, instantsOfDays(session_date, session_date, timezone)),
    // Somebody else may be booked while the dialog is open.
    staleTime: 0,
  });
  const availability = useMemo(
    () => request.data && availabilityDuring(session, request.data),
    [session, request.data],
  );
  return { request, availability };
}
