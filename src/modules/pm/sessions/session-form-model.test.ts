import { describe, expect, it } from 'vitest';
import type { GroupOption } from './api/get-group-options';
import { cancellationSchema, type SessionFormValues, sessionFormSchema } from './session-form.schema';
import { changedColumns, newSessionValues, sessionValues, toPayload } from './session-form-model';

const FACILITATOR = '3f0c1d9e-0000-4000-8000-000000000001';
const CO_FACILITATOR = '3f0c1d9e-0000-4000-8000-000000000002';

const group: GroupOption = {
  id: '3f0c1d9e-0000-4000-8000-0000000000aa',
  name: 'DBT Skills',
  group_code: null,
  group_type: 'skills_training',
  facilitator_id: FACILITATOR,
  co_facilitator_id: CO_FACILITATOR,
  location: 'Juniper Room',
  duration_minutes: 90,
  recurrence_rule: null,
  time_period: null,
  start_date: null,
  end_date: null,
  last_session: null,
};

const values: SessionFormValues = {
  group_definition_id: group.id,
  session_date: '2026-11-24',
  start_time: '10:00',
  end_time: '11:30',
  facilitator_id: FACILITATOR,
  co_facilitator_id: null,
  location: 'Juniper Room',
  notes: '',
  conflict_override: false,
};

const NOW = { date: '2026-11-20', time: '14:20' };
const nothing = { date: '', start: '', end: '' };

function problemsOf(changes: Partial<SessionFormValues>): string[] {
  const parsed = sessionFormSchema.safeParse({ ...values, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('a new session', () => {
  it('takes people, room and length from its group', () => {
    expect(newSessionValues({ date: '2026-11-24', start: '10:00', end: '' }, group, NOW)).toEqual({
      ...values,
      co_facilitator_id: CO_FACILITATOR,
    });
  });

  it('keeps the end that was selected in the calendar', () => {
    expect(newSessionValues({ date: '2026-11-24', start: '10:00', end: '10:45' }, group, NOW).end_time).toBe('10:45');
  });

  it('takes person and room of the column that was selected in, the rest from the group', () => {
    const slot = { ...nothing, facilitatorId: CO_FACILITATOR, location: 'Cedar Room' };
    expect(newSessionValues(slot, group, NOW)).toMatchObject({
      facilitator_id: CO_FACILITATOR,
      co_facilitator_id: null,
      location: 'Cedar Room',
    });
  });

  it('proposes the next full hour today, and nine in the morning on other days and late in the evening', () => {
    expect(newSessionValues(nothing, undefined, NOW)).toMatchObject({
      session_date: '2026-11-20',
      start_time: '15:00',
      end_time: '16:00',
      facilitator_id: null,
      location: '',
    });
    expect(newSessionValues({ ...nothing, date: '2026-11-25' }, undefined, NOW).start_time).toBe('09:00');
    expect(newSessionValues(nothing, undefined, { ...NOW, time: '21:10' }).start_time).toBe('09:00');
  });
});

describe('payload', () => {
  it('writes empty texts as null and leaves the group out', () => {
    expect(toPayload({ ...values, location: '  ', notes: ' ' })).toEqual({
      session_date: '2026-11-24',
      start_time: '10:00',
      end_time: '11:30',
      facilitator_id: FACILITATOR,
      co_facilitator_id: null,
      location: null,
      notes: null,
      conflict_override: false,
    });
  });

  it('writes only what has changed, back and forth', () => {
    const before = toPayload(values);
    const after = toPayload({ ...values, start_time: '13:00', end_time: '14:30' });
    expect(changedColumns(before, after)).toEqual({ start_time: '13:00', end_time: '14:30' });
    expect(changedColumns(after, before)).toEqual({ start_time: '10:00', end_time: '11:30' });
    expect(changedColumns(before, before)).toEqual({});
  });

  it('opens a stored session without the seconds, so that saving it unchanged writes nothing', () => {
    const stored = {
      id: 'x',
      group_definition_id: group.id,
      session_date: '2026-11-24',
      start_time: '10:00:00',
      end_time: '11:30:00',
      starts_at: '2026-11-24T17:00:00+00:00',
      ends_at: '2026-11-24T18:30:00+00:00',
      status: 'scheduled',
      cancellation_reason: null,
      facilitator_id: FACILITATOR,
      co_facilitator_id: null,
      location: 'Juniper Room',
      conflict_override: false,
      approval_status: 'approved',
      series_id: null,
      notes: null,
      group: null,
    };
    expect(sessionValues(stored)).toEqual(values);
  });
});

describe('validation', () => {
  it('accepts what the database would', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ facilitator_id: null, co_facilitator_id: CO_FACILITATOR, location: '' })).toEqual([]);
  });

  it.each<[Partial<SessionFormValues>, string]>([
    [{ group_definition_id: '' }, 'group_definition_id'],
    [{ session_date: '' }, 'session_date'],
    [{ session_date: '2026-02-30' }, 'session_date'],
    [{ session_date: '1900-01-01' }, 'session_date'],
    [{ session_date: '2200-01-01' }, 'session_date'],
    [{ start_time: '' }, 'start_time'],
    [{ end_time: '' }, 'end_time'],
    [{ end_time: '10:00' }, 'end_time'],
    [{ end_time: '09:00' }, 'end_time'],
    [{ co_facilitator_id: FACILITATOR }, 'co_facilitator_id'],
    [{ location: 'x'.repeat(101) }, 'location'],
    [{ notes: 'x'.repeat(4001) }, 'notes'],
  ])('refuses %o at the field', (changes, field) => {
    expect(problemsOf(changes)).toEqual([field]);
  });

  it('wants a reason for a cancellation, in at most 500 characters', () => {
    expect(cancellationSchema.safeParse({ reason: '   ' }).success).toBe(false);
    expect(cancellationSchema.safeParse({ reason: 'x'.repeat(501) }).success).toBe(false);
    expect(cancellationSchema.parse({ reason: ' Room flooded ' })).toEqual({ reason: 'Room flooded' });
  });
});
