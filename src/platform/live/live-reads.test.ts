import { describe, expect, it } from 'vitest';
import { isConcerned } from './live-reads';

const reads = {
  enrollments: ['pm_group_enrollments', 'pm_patients'],
  'enrollments/search': [],
  memberships: ['pf_memberships'],
};
const concerned = (key: readonly unknown[], ...tables: string[]) => isConcerned(key, 'org', new Set(tables), reads);

describe('isConcerned', () => {
  it('knows what a feature reads', () => {
    expect(concerned(['org', 'enrollments', 'roster', 'group'], 'pm_patients')).toBe(true);
    expect(concerned(['org', 'enrollments', 'roster', 'group'], 'pf_roles', 'pm_group_schedule')).toBe(false);
    expect(concerned(['org', 'enrollments'], 'pf_roles', 'pm_group_enrollments')).toBe(true);
  });

  it('leaves other organizations alone, whatever has changed', () => {
    expect(concerned(['other', 'enrollments'], 'pm_patients')).toBe(false);
    expect(isConcerned(['other', 'enrollments'], 'org', null, reads)).toBe(false);
  });

  it('takes a feature that nobody described for one that reads everything', () => {
    expect(concerned(['org', 'brand-new', 'list'], 'pm_closed_days')).toBe(true);
    expect(concerned(['org'], 'pm_closed_days')).toBe(true);
  });

  it('leaves alone one kind of query that is to stay still', () => {
    expect(concerned(['org', 'enrollments', 'search', 'abc'], 'pm_patients')).toBe(false);
    expect(isConcerned(['org', 'enrollments', 'search', 'abc'], 'org', null, reads)).toBe(false);
    expect(concerned(['org', 'enrollments', 'list'], 'pm_patients')).toBe(true);
  });

  it('finds the list of organizations, which belongs to none', () => {
    expect(concerned(['memberships', 'ann'], 'pf_memberships')).toBe(true);
    expect(concerned(['memberships', 'ann'], 'pm_patients')).toBe(false);
  });

  it('means everything of the organization where nobody knows what has changed', () => {
    expect(isConcerned(['org', 'enrollments'], 'org', null, reads)).toBe(true);
    expect(isConcerned(['memberships', 'ann'], 'org', null, reads)).toBe(true);
  });
});
