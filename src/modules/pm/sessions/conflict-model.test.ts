import { describe, expect, it } from 'vitest';
import type { Conflict } from './api/get-conflicts';
import { conflictRequest, effectivePlan, relevantConflicts } from './conflict-model';

const DANIEL = '3f0c1d9e-0000-4000-8000-000000000001';
const RUTH = '3f0c1d9e-0000-4000-8000-000000000002';

const values = {
  group_definition_id: '3f0c1d9e-0000-4000-8000-0000000000aa',
  session_date: '2026-11-24',
  start_time: '10:00',
  end_time: '11:30',
  facilitator_id: null,
  co_facilitator_id: null,
  location: '',
  notes: '',
  conflict_override: false,
};
const group = {
  id: values.group_definition_id,
  name: 'DBT Skills',
  group_code: null,
  group_type: 'skills_training',
  facilitator_id: DANIEL,
  co_facilitator_id: RUTH,
  location: 'Juniper Room',
  duration_minutes: 90,
  recurrence_rule: null,
  time_period: null,
  start_date: null,
  end_date: null,
  last_session: null,
};

function conflict(kind: Conflict['kind'], resource_id: string): Conflict {
  return { kind, resource: 'As written', resource_id, session_id: 'x', detail: 'It is already taken.' };
}

describe('the plan of a session', () => {
  it('has for a new one what the server fills in from the group', () => {
    expect(effectivePlan(values, group)).toMatchObject({
      facilitator_id: DANIEL,
      co_facilitator_id: RUTH,
      location: 'Juniper Room',
    });
  });

  it('does not have the same person twice when the co-facilitator substitutes', () => {
    expect(effectivePlan({ ...values, facilitator_id: RUTH }, group)).toMatchObject({
      facilitator_id: RUTH,
      co_facilitator_id: null,
    });
  });

  it('has for an existing one what the form says', () => {
    expect(effectivePlan(values, undefined)).toEqual(values);
  });
});

describe('the question about conflicts', () => {
  it('waits until the form could be saved', () => {
    expect(conflictRequest({ ...values, end_time: '' }, null)).toBeNull();
    expect(conflictRequest({ ...values, end_time: '09:00' }, null)).toBeNull();
    expect(conflictRequest({ ...values, group_definition_id: '' }, null)).toBeNull();
  });

  it('leaves out the session that is being moved', () => {
    expect(conflictRequest(values, 'self')).toMatchObject({ start: '10:00', exceptSessionId: 'self', location: null });
  });

  it('drops answers about people and rooms that the session would not take', () => {
    const found = [conflict('person', DANIEL), conflict('person', RUTH), conflict('location', 'juniper room')];
    const request = conflictRequest(values, null);
    if (!request) throw new Error('The values of this test can be saved.');
    expect(relevantConflicts(found, { ...request, facilitatorId: DANIEL })).toEqual([found[0]]);
    expect(relevantConflicts(found, { ...request, coFacilitatorId: RUTH })).toEqual([found[1]]);
    expect(relevantConflicts(found, { ...request, location: ' Juniper ROOM' })).toEqual([found[2]]);
    expect(relevantConflicts(found, request)).toEqual([]);
  });
});
