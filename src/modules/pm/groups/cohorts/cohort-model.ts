import { shifted, suggestedDays } from './date-shift';
import { countedUp } from './name-count';

export type Period = 'AM' | 'PM' | null;

/** A group that is cloned. Dates are `YYYY-MM-DD`. */
export interface SourceGroup {
  id: string;
  name: string;
  time_period: string | null;
  start_date: string | null;
  end_date: string | null;
  max_capacity: number;
}

/** What was entered for one group; what was not touched follows from the source and the shift. */
export interface GroupEdits {
  name?: string;
  time_period?: Period;
  start_date?: string | null;
  end_date?: string | null;
  /** '' while the field is empty. */
  max_capacity?: number | '';
}

export interface CohortDraft {
  /** Null until entered: then what suits the chosen groups. */
  days: number | null;
  edits: Readonly<Record<string, GroupEdits>>;
  facilitators: boolean;
  patients: boolean;
  sessions: boolean;
}

export interface PlannedGroup extends Required<GroupEdits> {
  source: SourceGroup;
}

export const NEW_COHORT: CohortDraft = { days: null, edits: {}, facilitators: false, patients: true, sessions: false };

export function daysOf(sources: readonly SourceGroup[], { days }: CohortDraft): number {
  return days ?? suggestedDays(sources);
}

/** A new group as it is to be made. */
export function plannedGroup(source: SourceGroup, days: number, edits: GroupEdits = {}): PlannedGroup {
  const planned = {
    name: source.name,
    time_period: periodOf(source),
    start_date: shifted(source.start_date, days),
    end_date: shifted(source.end_date, days),
    max_capacity: source.max_capacity,
    ...edits,
  };
  const name = edits.name ?? countedUp(source.name, yearsBetween(source.start_date, planned.start_date)) ?? source.name;
  return { source, ...planned, name };
}

export function plannedGroups(sources: readonly SourceGroup[], draft: CohortDraft): PlannedGroup[] {
  const days = daysOf(sources, draft);
  return sources.map((source) => plannedGroup(source, days, draft.edits[source.id]));
}

function periodOf({ time_period }: SourceGroup): Period {
  return time_period === 'AM' || time_period === 'PM' ? time_period : null;
}

function yearsBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

/** The draft with something else entered for one group. */
export function withEdits(draft: CohortDraft, groupId: string, edits: GroupEdits): CohortDraft {
  return { ...draft, edits: { ...draft.edits, [groupId]: { ...draft.edits[groupId], ...edits } } };
}

/** The draft with dates that all follow the shift, whatever was entered for single groups. */
export function withShift(draft: CohortDraft, days: number): CohortDraft {
  const edits = Object.entries(draft.edits).map(([id, entered]) => [id, withoutDates(entered)]);
  return { ...draft, days, edits: Object.fromEntries(edits) };
}

/** The draft with dates of one group that follow the shift again. */
export function withoutOwnDates(draft: CohortDraft, groupId: string): CohortDraft {
  return { ...draft, edits: { ...draft.edits, [groupId]: withoutDates(draft.edits[groupId] ?? {}) } };
}

function withoutDates({ start_date: _start, end_date: _end, ...others }: GroupEdits): GroupEdits {
  return others;
}

/** The draft with words replaced in every planned name that has them. */
export function withReplacedNames(
  draft: CohortDraft,
  planned: readonly PlannedGroup[],
  find: string,
  replacement: string,
): CohortDraft {
  if (find === '') return draft;
  return planned
    .filter(({ name }) => name.includes(find))
    .reduce(
      (next, { source, name }) => withEdits(next, source.id, { name: name.replaceAll(find, () => replacement) }),
      draft,
    );
}
