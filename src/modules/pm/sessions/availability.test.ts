import { describe, expect, it } from 'vitest';
import { availabilityDuring, knownRooms, offeredRooms } from './availability';
import type { Session } from './session';

const planned: Session = {
  id: 'planned',
  group_definition_id: 'group',
  session_date: '2026-11-24',
  start_time: '10:00:00',
  end_time: '11:00:00',
  starts_at: '2026-11-24 17:00:00+00',
  ends_at: '2026-11-24 18:00:00+00',
  status: 'scheduled',
  cancellation_reason: null,
  facilitator_id: 'daniel',
  co_facilitator_id: null,
  location: 'Juniper Room',
  conflict_override: false,
  approval_status: 'approved',
  series_id: null,
  group: null,
};

function other(changes: Partial<Session>): Session {
  return {
    ...planned,
    id: 'other',
    facilitator_id: 'ruth',
    co_facilitator_id: 'float',
    location: ' Cedar room ',
    ...changes,
  };
}

function taken(changes: Partial<Session>) {
  const { people, rooms } = availabilityDuring(planned, [planned, other(changes)]);
  return [...people.keys(), ...rooms.keys()];
}

describe('availability', () => {
  it('has both leaders and the room of a session at the same time', () => {
    expect(taken({})).toEqual(['ruth', 'float', 'cedar room']);
    expect(taken({ starts_at: '2026-11-24T17:59:00Z', ends_at: '2026-11-24T19:00:00Z' })).toHaveLength(3);
  });

  it('has nobody of an adjoining session, before or after', () => {
    expect(taken({ starts_at: '2026-11-24T16:00:00Z', ends_at: '2026-11-24T17:00:00Z' })).toEqual([]);
    expect(taken({ starts_at: '2026-11-24T18:00:00Z', ends_at: '2026-11-24T19:00:00Z' })).toEqual([]);
  });

  it('has nobody of a session that claims nothing', () => {
    expect(taken({ status: 'cancelled' })).toEqual([]);
    expect(taken({ conflict_override: true })).toEqual([]);
  });

  it('keeps a completed session’s people', () => {
    expect(taken({ status: 'completed', co_facilitator_id: null, location: null })).toEqual(['ruth']);
  });
});

describe('knownRooms', () => {
  it('has each room once, in order', () => {
    expect(knownRooms(['Juniper Room', null, 'cedar room', ' JUNIPER room', ''])).toEqual([
      'cedar room',
      'Juniper Room',
    ]);
  });
});

describe('offeredRooms', () => {
  it('has the clinic’s own in their order before those used, each as the clinic writes it', () => {
    expect(offeredRooms(['Willow Room', 'Cedar Room'], ['cedar room', 'Juniper Room', 'WILLOW ROOM '])).toEqual([
      'Willow Room',
      'Cedar Room',
      'Juniper Room',
    ]);
    expect(offeredRooms([], ['Juniper Room'])).toEqual(['Juniper Room']);
  });
});
