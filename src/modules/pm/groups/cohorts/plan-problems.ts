import type { PlannedGroup } from './cohort-model';

export type PlanField = 'name' | 'start_date' | 'end_date' | 'max_capacity';
export type PlanProblems = Partial<Record<PlanField, string>>;

const DATE_SENTENCE = 'Enter a date from 1990 to 2199.';

/** What is wrong with a planned group, by field; {} when nothing is. The database has the same limits. */
export function planProblems({ name, start_date, end_date, max_capacity }: PlannedGroup): PlanProblems {
  const found: [PlanField, string | null][] = [
    ['name', nameProblem(name.trim())],
    ['start_date', startProblem(start_date, end_date)],
    ['end_date', endProblem(start_date, end_date)],
    ['max_capacity', isCapacity(max_capacity) ? null : 'Enter a capacity from 1 to 100.'],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

function nameProblem(name: string): string | null {
  if (name === '') return 'Enter a name.';
  // The database counts characters, not the pairs of which JavaScript makes some of them.
  return [...name].length > 100 ? 'Use at most 100 characters for the name.' : null;
}

function startProblem(start: string | null, end: string | null): string | null {
  if (start === null) return end === null ? null : 'A group with an end date needs a start date.';
  return isStorable(start) ? null : DATE_SENTENCE;
}

function endProblem(start: string | null, end: string | null): string | null {
  if (end === null) return null;
  if (!isStorable(end)) return DATE_SENTENCE;
  return start !== null && end <= start ? 'The end date must come after the start date.' : null;
}

function isStorable(date: string): boolean {
  return date >= '1990-01-01' && date <= '2199-12-31';
}

function isCapacity(capacity: number | ''): boolean {
  return capacity !== '' && Number.isInteger(capacity) && capacity >= 1 && capacity <= 100;
}

/** Whether one of the fields is wrong in one of the groups. */
export function hasProblems(planned: readonly PlannedGroup[], fields: readonly PlanField[]): boolean {
  return planned.some((group) => {
    const problems = planProblems(group);
    return fields.some((field) => problems[field] !== undefined);
  });
}
