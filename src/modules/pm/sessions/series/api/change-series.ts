import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from '../../api/keys';

/** Which sessions of a series: from the chosen one on, or all that are still to come. */
export type SeriesScope = 'following' | 'all';

/** What becomes of each session; a key that is absent leaves it as it is. Wall clock of the organization. */
export interface SeriesChanges {
  /** By how many days each date moves, -31 to 31. */
  days?: number;
  start_time?: string;
  end_time?: string;
  facilitator_id?: string | null;
  co_facilitator_id?: string | null;
  location?: string | null;
  notes?: string | null;
  conflict_override?: boolean;
  /** What the series follows from now on; describes, moves nothing. */
  recurrence_rule?: string;
}

export interface SeriesChange {
  /** The session from which the series is changed. */
  sessionId: string;
  scope: SeriesScope;
  changes: SeriesChanges;
  /** False: all or nothing. True: sessions that would conflict stay as they are. */
  skipConflicts: boolean;
}

const resultSchema = z.object({
  changed: z.array(z.object({ id: z.string() })),
  skipped: z.array(
    z.object({ session_id: z.string(), session_date: z.string(), error: z.string(), detail: z.nullable(z.string()) }),
  ),
  /** How many sessions kept something of their own that was set by hand. */
  kept: z.number(),
});

export type SeriesChangeResult = z.output<typeof resultSchema>;

async function changeSeries({ sessionId, scope, changes, skipConflicts }: SeriesChange): Promise<SeriesChangeResult> {
  const { data } = await supabase
    .rpc('pm_change_series', {
      session_id: sessionId,
      scope,
      changes: { ...changes },
      skip_conflicts: skipConflicts,
    })
    .throwOnError();
  return resultSchema.parse(data);
}

/**
 * Changes the scheduled sessions of a series together. Refused with SCHEDULE_CONFLICT (unless conflicts are skipped),
 * INVALID_DATE_RANGE, INVALID_TRANSITION or for want of pm.group_schedule.edit.
 */
export function useChangeSeries() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: changeSeries,
    onSuccess: () => invalidateSessions(queryClient, id),
  });
}
