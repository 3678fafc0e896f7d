import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { supabase } from '@/platform/supabase/client';
import { relevantConflicts } from '../conflict-model';
import { sessionKeys } from './keys';
import { typingPause } from './typing-pause';

const conflictSchema = z.object({
  kind: z.enum(['person', 'location']),
  /** The person's name, or the room as written. */
  resource: z.string(),
  /** The person's id, or the room as `roomKey` has it. */
  resource_id: z.string(),
  session_id: z.string(),
  detail: z.string(),
});

export type Conflict = z.output<typeof conflictSchema>;

/** A session that is being planned; wall clock of the organization, null for nobody and no room. */
export interface ConflictRequest {
  groupId: string;
  date: string;
  start: string;
  end: string;
  facilitatorId: string | null;
  coFacilitatorId: string | null;
  location: string | null;
  /** The session itself, when it is being moved. */
  exceptSessionId: string | null;
}

/** Which sessions stand in the way of the planned one. */
async function getConflicts(request: ConflictRequest, signal: AbortSignal): Promise<Conflict[]> {
  await typingPause(signal);
  const { data } = await supabase
    .rpc('pm_schedule_conflicts', {
      group_definition_id: request.groupId,
      session_dates: [request.date],
      start_time: request.start,
      end_time: request.end,
      ...(request.facilitatorId && { facilitator_id: request.facilitatorId }),
      ...(request.coFacilitatorId && { co_facilitator_id: request.coFacilitatorId }),
      ...(request.location && { location: request.location }),
      ...(request.exceptSessionId && { except_session_id: request.exceptSessionId }),
    })
    .abortSignal(signal)
    .throwOnError();
  return relevantConflicts(z.array(conflictSchema).parse(data), request);
}

export function conflictsQueryOptions(organizationId: string, request: ConflictRequest) {
  return queryOptions({
    queryKey: sessionKeys.conflicts(organizationId, request),
    queryFn: ({ signal }) => getConflicts(request, signal),
    // Somebody else may take the room while the form is open.
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
}
