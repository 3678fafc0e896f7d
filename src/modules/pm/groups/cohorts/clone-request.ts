import type { Permission } from '@/platform/permissions';
import { PM_PERMISSIONS } from '@/platform/permissions';
import { type CohortDraft, daysOf, type PlannedGroup, plannedGroups, type SourceGroup } from './cohort-model';
import { shifted } from './date-shift';

/** What replaces the moved values of one group; a key that is absent leaves them. */
export interface CloneChange {
  group_definition_id: string;
  name?: string;
  time_period?: string | null;
  start_date?: string | null;
  end_date?: string | null;
  max_capacity?: number;
}

/** The arguments of `pm_batch_clone_groups`, without `preview`. */
export interface CloneRequest {
  group_definition_ids: string[];
  date_offset_days: number;
  include_facilitators: boolean;
  include_patients: boolean;
  include_sessions: boolean;
  changes: CloneChange[];
}

/** What the draft asks of the database; what the role does not allow is left out. */
export function cloneRequest(
  sources: readonly SourceGroup[],
  draft: CohortDraft,
  can: (permission: Permission) => boolean,
): CloneRequest {
  const days = daysOf(sources, draft);
  return {
    group_definition_ids: sources.map(({ id }) => id),
    date_offset_days: days,
    include_facilitators: draft.facilitators,
    include_patients: draft.patients && can(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE),
    include_sessions: draft.sessions && can(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE),
    changes: plannedGroups(sources, draft).flatMap((planned) => changeOf(planned, days)),
  };
}

function changeOf({ source, name, time_period, start_date, end_date, max_capacity }: PlannedGroup, days: number) {
  const change: CloneChange = {
    group_definition_id: source.id,
    ...(name.trim() !== source.name && { name: name.trim() }),
    ...(time_period !== source.time_period && { time_period }),
    ...(start_date !== shifted(source.start_date, days) && { start_date }),
    ...(end_date !== shifted(source.end_date, days) && { end_date }),
    ...(max_capacity !== '' && max_capacity !== source.max_capacity && { max_capacity }),
  };
  return Object.keys(change).length > 1 ? [change] : [];
}
