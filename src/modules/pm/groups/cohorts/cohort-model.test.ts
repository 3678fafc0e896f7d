import { describe, expect, it, vi } from 'vitest';
import { type Permission, PM_PERMISSIONS } from '@/platform/permissions';
import { cloneRequest } from './clone-request';
import {
  NEW_COHORT,
  plannedGroup,
  plannedGroups,
  type SourceGroup,
  withEdits,
  withoutOwnDates,
  withReplacedNames,
  withShift,
} from './cohort-model';
import { hasProblems, planProblems } from './plan-problems';

// The permissions' index brings the connection along, which wants an address; nothing is asked of it here.
vi.hoisted(() => {
  vi.stubEnv('VITE_SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_unused');
});

function source(id: string, change: Partial<SourceGroup> = {}): SourceGroup {
  return {
    id,
    name: 'DBT Cycle 2',
    time_period: 'AM',
    start_date: '2026-09-21',
    end_date: '2026-12-11',
    max_capacity: 10,
    ...change,
  };
}

const all = () => true;

describe('a planned group', () => {
  it('has dates moved, the number counted up, and the rest from its source', () => {
    expect(plannedGroup(source('a'), 84)).toMatchObject({
      name: 'DBT Cycle 3',
      time_period: 'AM',
      start_date: '2026-12-14',
      end_date: '2027-03-05',
      max_capacity: 10,
    });
  });

  it('keeps what was entered, also nothing', () => {
    const edits = { name: 'Evening', end_date: null, time_period: null, max_capacity: '' } as const;
    expect(plannedGroup(source('a'), 84, edits)).toMatchObject({ ...edits, start_date: '2026-12-14' });
  });

  it('counts a year by the start that was entered', () => {
    const spring = source('a', { name: 'Spring 2026' });
    expect(plannedGroup(spring, 0, { start_date: '2027-03-01' }).name).toBe('Spring 2027');
    expect(plannedGroup(spring, 7).name).toBe('Spring 2026');
  });

  it('stays without dates where the source has none', () => {
    expect(plannedGroup(source('a', { start_date: null, end_date: null }), 84)).toMatchObject({
      start_date: null,
      end_date: null,
    });
  });
});

describe('the draft', () => {
  const sources = [source('a'), source('b', { name: 'Spring walk' })];

  it('forgets single dates when all are moved anew, and nothing else', () => {
    const entered = withEdits(withEdits(NEW_COHORT, 'a', { start_date: '2027-01-04' }), 'a', { name: 'Own' });
    const [moved] = plannedGroups(sources, withShift(entered, 7));
    expect(moved).toMatchObject({ name: 'Own', start_date: '2026-09-28', end_date: '2026-12-18' });
  });

  it('lets one group follow the others again', () => {
    const entered = withEdits(NEW_COHORT, 'a', { end_date: null, max_capacity: 4 });
    expect(plannedGroups(sources, withoutOwnDates(entered, 'a'))[0]).toMatchObject({
      end_date: '2027-03-05',
      max_capacity: 4,
    });
  });

  it('replaces words in all names that have them, as they are written', () => {
    const replaced = withReplacedNames(NEW_COHORT, plannedGroups(sources, NEW_COHORT), 'Spring', '$& Summer');
    expect(plannedGroups(sources, replaced).map(({ name }) => name)).toEqual(['DBT Cycle 3', '$& Summer walk']);
    expect(replaced.edits).not.toHaveProperty('a');
  });
});

describe('what is asked of the database', () => {
  it('is only what differs from the moved source', () => {
    const sources = [source('a', { name: 'Walk' }), source('b')];
    const draft = withEdits({ ...NEW_COHORT, days: 7 }, 'b', { end_date: null, max_capacity: 12 });
    expect(cloneRequest(sources, draft, all)).toEqual({
      group_definition_ids: ['a', 'b'],
      date_offset_days: 7,
      include_facilitators: false,
      include_patients: true,
      include_sessions: false,
      changes: [{ group_definition_id: 'b', name: 'DBT Cycle 3', end_date: null, max_capacity: 12 }],
    });
  });

  it('leaves out what the role does not allow', () => {
    const draft = { ...NEW_COHORT, sessions: true };
    const without = (missing: Permission) => (permission: Permission) => permission !== missing;
    expect(cloneRequest([source('a')], draft, without(PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE))).toMatchObject({
      include_patients: false,
      include_sessions: true,
    });
    expect(cloneRequest([source('a')], draft, without(PM_PERMISSIONS.GROUP_SCHEDULE_CREATE))).toMatchObject({
      include_patients: true,
      include_sessions: false,
    });
  });
});

describe('problems of a plan', () => {
  it.each([
    [{}, {}],
    [{ name: '  ' }, { name: 'Enter a name.' }],
    [{ name: '𝔸'.repeat(100) }, {}],
    [{ name: 'x'.repeat(101) }, { name: 'Use at most 100 characters for the name.' }],
    [{ max_capacity: '' as const }, { max_capacity: 'Enter a capacity from 1 to 100.' }],
    [{ max_capacity: 101 }, { max_capacity: 'Enter a capacity from 1 to 100.' }],
    [{ max_capacity: 2.5 }, { max_capacity: 'Enter a capacity from 1 to 100.' }],
    [{ start_date: null }, { start_date: 'A group with an end date needs a start date.' }],
    [{ end_date: '2026-09-21' }, { end_date: 'The end date must come after the start date.' }],
    [{ end_date: '2200-01-01' }, { end_date: 'Enter a date from 1990 to 2199.' }],
    [{ end_date: null }, {}],
  ])('of %j are %j', (edits, problems) => {
    const planned = plannedGroup(source('a'), 0, edits);
    expect(planProblems(planned)).toEqual(problems);
  });

  it('concern the fields of a step', () => {
    const planned = [plannedGroup(source('a'), 0, { name: '' })];
    expect(hasProblems(planned, ['start_date', 'end_date'])).toBe(false);
    expect(hasProblems(planned, ['name', 'max_capacity'])).toBe(true);
  });
});
