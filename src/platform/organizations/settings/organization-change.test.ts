import { expect, it } from 'vitest';
import { organizationChange } from './organization-change';

const fields = {
  name: 'Riverbend',
  timezone: 'America/Phoenix',
  idle_minutes: 20,
  roster_names: 'initials',
} as const;

it('saves what was touched and leaves alone what somebody else may have changed meanwhile', () => {
  expect(organizationChange(fields, { idle_minutes: true })).toEqual({ settings: { idle_minutes: 20 } });
  expect(organizationChange(fields, { name: true, roster_names: true })).toEqual({
    name: 'Riverbend',
    settings: { roster_names: 'initials' },
  });
  expect(organizationChange(fields, { timezone: true })).toEqual({ timezone: 'America/Phoenix', settings: {} });
});
