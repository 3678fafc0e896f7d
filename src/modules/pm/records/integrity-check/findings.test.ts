import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_KEYS, checkOf } from './checks';
import { byCheck, countWords, type Finding, findingPlace, repairedSentence } from './findings';

const finding: Finding = {
  check_key: 'waitlist_gaps',
  severity: 'info',
  entity: 'pm_group_definitions',
  entity_id: 'g',
  group_definition_id: 'g',
  patient_id: null,
  detail: '2 wait.',
  is_fixable: true,
  is_fixed: false,
};
const over: Finding = { ...finding, check_key: 'seats_over_capacity', severity: 'warning', is_fixable: false };

describe('findings', () => {
  it('come by check, the worst check first', () => {
    const bad: Finding = { ...over, severity: 'error' };
    expect(
      byCheck([finding, over, finding, bad]).map(({ key, severity, findings }) => [key, severity, findings.length]),
    ).toEqual([
      ['seats_over_capacity', 'error', 2],
      ['waitlist_gaps', 'info', 2],
    ]);
    expect(countWords([finding, over, bad, bad])).toBe('2 errors, 1 warning, 1 note');
  });

  it('lead to what they are about', () => {
    expect(findingPlace({ ...finding, entity: 'pm_group_schedule', entity_id: 's' })?.path).toBe(
      'pm/schedule?session=s',
    );
    expect(findingPlace({ ...finding, entity: 'pf_memberships' })?.path).toBe('settings/members');
    expect(findingPlace(finding)).toBeNull();
  });

  it('tell what repairing did', () => {
    const fixed = { ...finding, is_fixed: true };
    expect(repairedSentence([over])).toBe('There was nothing left to repair.');
    expect(repairedSentence([fixed, over])).toBe('1 finding was repaired.');
    expect(repairedSentence([fixed, fixed])).toBe('2 findings were repaired.');
    expect(repairedSentence([fixed, finding])).toBe(
      '1 of 2 findings was repaired; something stands in the way of the others.',
    );
  });
});

describe('checkOf', () => {
  it('has words for every check that the database makes', () => {
    const sql = readFileSync(path.resolve('supabase/schemas/28_integrity.sql'), 'utf8');
    const comments = [...sql.matchAll(/comment on function private\.found_in_\w+\(uuid\) is\s+'([^;]+);/g)].map(
      ([, text]) => text,
    );
    const keys = comments.join(' ').match(/\b[a-z]+(_[a-z]+)+\b/g) ?? [];
    const checks = [...new Set(keys)].filter((key) => sql.includes(`'${key}', `) || sql.includes(`'${key}' `));
    expect(checks.length).toBeGreaterThan(15);
    for (const key of checks) expect(CHECK_KEYS).toContain(key);
  });

  it('names one that it does not know', () => {
    expect(checkOf('moon_phase')).toEqual({ title: 'moon phase', meaning: '' });
    expect(checkOf('constructor').title).toBe('constructor');
  });
});
