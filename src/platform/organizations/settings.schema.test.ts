import { describe, expect, it } from 'vitest';
import { organizationSettingsSchema } from './settings.schema';

function reasons(cancellation_reasons: unknown) {
  return organizationSettingsSchema.parse({ cancellation_reasons }).cancellation_reasons;
}

function locations(stored: unknown) {
  return organizationSettingsSchema.parse({ locations: stored }).locations;
}

describe('settings of an organization', () => {
  it('keeps its own reasons in their order, each once', () => {
    expect(reasons(['Snow', ' Power cut ', 'Snow'])).toEqual(['Snow', 'Power cut']);
    expect(reasons([])).toEqual([]);
  });

  it.each([undefined, null, 'Snow', [1], [''], ['x'.repeat(101)], Array.from({ length: 31 }, (_, at) => `r${at}`)])(
    'has the usual reasons instead of %j',
    (stored) => {
      expect(reasons(stored)).toContain('Facilitator unavailable');
    },
  );

  it('keeps the locations in their order, trimmed, each once however it is written', () => {
    expect(locations(['Juniper Room', ' Cedar Room ', 'JUNIPER ROOM', 'cedar room'])).toEqual([
      'Juniper Room',
      'Cedar Room',
    ]);
    expect(locations(Array.from({ length: 100 }, (_, at) => `Room ${at}`))).toHaveLength(100);
    expect(locations(['x'.repeat(100)])).toHaveLength(1);
  });

  it.each([undefined, null, 'Room 7', { 0: 'Room 7' }, [1], [' '], ['x'.repeat(101)], Array(101).fill('Room 7')])(
    'has no locations instead of %j',
    (stored) => {
      expect(locations(stored)).toEqual([]);
    },
  );

  it.each([undefined, null, 'full_name', 1])('prints preferred names instead of %j', (stored) => {
    expect(organizationSettingsSchema.parse({ roster_names: stored }).roster_names).toBe('preferred_name');
    expect(organizationSettingsSchema.parse({ roster_names: 'initials' }).roster_names).toBe('initials');
  });

  it.each([null, 'x', 7, []])('has all defaults for %j', (stored) => {
    expect(organizationSettingsSchema.parse(stored)).toMatchObject({ idle_minutes: 15, locations: [] });
  });
});
