import { describe, expect, it } from 'vitest';
import { groupSchema } from './group.schema';
import { changedColumns, NEW_GROUP, toPayload } from './group-model';

const VALID = { ...NEW_GROUP, name: 'Anger Management' };

/** The fields that a form with these values would mark, with their sentences. */
function problems(changes: object): Record<string, string> {
  const issues = groupSchema.safeParse({ ...VALID, ...changes }).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

describe('groupSchema', () => {
  it('takes a group of which only the name is filled in, and trims it', () => {
    expect(groupSchema.parse({ ...VALID, name: '  Anger Management ' })).toEqual(VALID);
  });

  it.each([
    [{ name: '   ' }, 'name', 'Enter a name.'],
    [{ name: 'x'.repeat(101) }, 'name', 'Use at most 100 characters for the name.'],
    [{ description: 'x'.repeat(501) }, 'description', 'Use at most 500 characters.'],
    [{ location: 'x'.repeat(101) }, 'location', 'Use at most 100 characters.'],
    [{ max_capacity: null }, 'max_capacity', 'Enter a capacity from 1 to 100.'],
    [{ max_capacity: 0 }, 'max_capacity', 'Enter a capacity from 1 to 100.'],
    [{ max_capacity: 101 }, 'max_capacity', 'Enter a capacity from 1 to 100.'],
    [{ max_capacity: 1.5 }, 'max_capacity', 'Enter a capacity from 1 to 100.'],
    [{ min_capacity: 0 }, 'min_capacity', 'Enter a minimum from 1 to 100, or leave it empty.'],
    [{ min_capacity: 21 }, 'min_capacity', 'The minimum can be at most the capacity.'],
    [{ duration_minutes: 4 }, 'duration_minutes', 'Enter 5 to 720 minutes, or leave it empty.'],
    [
      { recurrence_rule: 'Tuesdays' },
      'recurrence_rule',
      '“Tuesdays” is not a part of a rule. Parts are written NAME=VALUE and separated by semicolons, as in FREQ=WEEKLY;BYDAY=TU,TH.',
    ],
    [{ start_date: '1989-12-31' }, 'start_date', 'Enter a date from 1990 to 2199.'],
    [{ start_date: '2026-03-01', end_date: '2026-03-01' }, 'end_date', 'The end date must come after the start date.'],
    [{ end_date: '2026-03-01' }, 'start_date', 'A group with an end date needs a start date.'],
    [
      { facilitator_id: 'a', co_facilitator_id: 'a' },
      'co_facilitator_id',
      'Facilitator and co-facilitator must be two people.',
    ],
  ])('%j is refused in words', (changes, field, sentence) => {
    expect(problems(changes)).toEqual({ [field]: sentence });
  });

  it('tells everything at once', () => {
    expect(Object.keys(problems({ name: '', min_capacity: 30, end_date: '2026-03-01' })).sort()).toEqual([
      'min_capacity',
      'name',
      'start_date',
    ]);
  });

  it('counts characters as the database does', () => {
    expect(problems({ name: '🌱'.repeat(100) })).toEqual({});
    expect(Object.keys(problems({ name: '🌱'.repeat(101) }))).toEqual(['name']);
  });
});

describe('toPayload', () => {
  it('sends no empty texts', () => {
    expect(toPayload(groupSchema.parse(VALID))).toMatchObject({
      description: null,
      location: null,
      recurrence_rule: null,
    });
  });
});

describe('changedColumns', () => {
  it('sends what differs, so that others’ edits of other fields stand', () => {
    const before = toPayload(groupSchema.parse(VALID));
    expect(changedColumns(before, before)).toEqual({});
    expect(changedColumns(before, { ...before, max_capacity: 12, location: 'Room 2' })).toEqual({
      max_capacity: 12,
      location: 'Room 2',
    });
  });
});
