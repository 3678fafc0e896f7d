import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { invalidateSessions } from '../../api/keys';
import { planArguments, type SeriesPlan } from './preview-series';

const resultSchema = z.object({
  series_id: z.string().nullable(),
  created: z.array(z.object({ id: z.string(), approval_status: z.string() })),
  /** Dates that somebody else took in the meantime. */
  skipped: z.array(z.object({ session_date: z.string(), detail: z.string().nullable() })),
});

export type ScheduledSeries = z.output<typeof resultSchema>;

export interface NewSeries {
  plan: SeriesPlan;
  /** What the series follows, one RRULE. */
  rule: string;
  notes: string;
  /** The series to extend, or null for a new one. */
  seriesId: string | null;
  /** True: what conflicts by now is left out. False: all or nothing. */
  skipConflicts: boolean;
}

async function scheduleSeries({ plan, rule, notes, seriesId, skipConflicts }: NewSeries): Promise<ScheduledSeries> {
  const { data } = await supabase
    .rpc('pm_schedule_series', {
      ...planArguments(plan),
      recurrence_rule: rule,
      skip_conflicts: skipConflicts,
      ...(notes && { notes }),
      ...(seriesId && { series_id: seriesId }),
    })
    .throwOnError();
  return resultSchema.parse(data);
}

/**
 * Schedules all dates in one step. Refused with SCHEDULE_CONFLICT or CLOSED_DAY (unless conflicts are skipped), GROUP_NOT_ACTIVE,
 * INVALID_RECURRENCE_RULE, INVALID_DATE_RANGE or for want of permission. A refusal too says that something has changed.
 */
export function useScheduleSeries() {
  const { id } = useOrganization();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: scheduleSeries,
    onSettled: () => invalidateSessions(queryClient, id),
  });
}
