import { describe, expect, it } from 'vitest';
import { organizationSettingsSchema } from './settings.schema';

function reasons(cancellation_reasons: unknown) {
  return organizationSettingsSchema.parse({ cancellation_reasons }).cancellation_reasons;
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

  it.each([undefined, null, 'full_name', 1])('prints preferred names instead of %j', (stored) => {
    expect(organizationSettingsSchema.parse({ roster_names: stored }).roster_names).toBe('preferred_name');
    expect(organizationSettingsSchema.parse({ roster_names: 'initials' }).roster_names).toBe('initials');
  });

  it.each([null, 'x', 7, []])('has all defaults for %j', (stored) => {
    expect(organizationSettingsSchema.parse(stored).idle_minutes).toBe(15);
  });
});
