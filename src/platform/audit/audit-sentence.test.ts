import { describe, expect, it } from 'vitest';
import { auditSentence, patientSpokenOf, peopleSpokenOf } from './audit-sentence';

const names = {
  person: (id: string) => ({ u1: 'Ruth', u2: 'Marcus' })[id] ?? 'a former member',
  role: (id: string) => ({ r1: 'Front desk', r2: 'Staff' })[id] ?? 'a deleted role',
  patient: (id: string) => (id === 'p1' ? 'Ana Lopez' : 'a patient'),
  permission: () => 'View patients',
};

function sentence(table: string, action: string, changes: object, target: object = {}, by: string | null = 'u1') {
  return auditSentence({ action, performed_by: by, target_table: table, target, changes }, names);
}

describe('auditSentence', () => {
  it('is read forwards whatever is in a name', () => {
    expect(sentence('pf_roles', 'insert', { name: { to: 'Lead\u202Ecba' } })).toBe('Ruth created the role Leadcba.');
  });

  it.each([
    [
      'pf_role_permissions',
      'insert',
      {},
      { role_id: 'r1', permission_key: 'x' },
      'Ruth gave Front desk the permission “View patients”.',
    ],
    [
      'pf_role_permissions',
      'delete',
      {},
      { role_id: 'r9', permission_key: 'x' },
      'Ruth took the permission “View patients” from a deleted role.',
    ],
    [
      'pf_memberships',
      'update',
      { role_id: { from: 'r2', to: 'r1' } },
      { user_id: 'u2' },
      'Ruth changed the role of Marcus from Staff to Front desk.',
    ],
    [
      'pf_memberships',
      'update',
      { status: { from: 'active', to: 'suspended' } },
      { user_id: 'u2' },
      'Ruth suspended Marcus.',
    ],
    [
      'pf_memberships',
      'update',
      { status: { from: 'suspended', to: 'active' } },
      { user_id: 'u2' },
      'Ruth ended the suspension of Marcus.',
    ],
    ['pf_memberships', 'insert', { role_id: { from: null, to: 'r2' } }, { user_id: 'u1' }, 'Ruth joined as Staff.'],
    [
      'pf_memberships',
      'delete',
      { role_id: { from: 'r2', to: null } },
      { user_id: 'u2' },
      'Ruth removed Marcus, whose role was Staff.',
    ],
    [
      'pf_invitations',
      'insert',
      { email: { from: null, to: 'a@b.test' }, role_id: { to: 'r2' } },
      {},
      'Ruth invited a@b.test as Staff.',
    ],
    ['pf_invitations', 'update', { accepted_at: { from: null, to: '2026-01-01' } }, {}, 'Ruth accepted an invitation.'],
    ['pf_roles', 'update', { name: { from: 'A', to: 'B' } }, {}, 'Ruth renamed the role A to B.'],
    ['pf_roles', 'delete', { name: { from: 'A', to: null } }, {}, 'Ruth deleted the role A.'],
    ['pm_patients', 'open', {}, { id: 'p1' }, 'Ruth opened Ana Lopez’s record.'],
    [
      'pm_patients',
      'update',
      { notes: { from: null, to: `${'Calls\nbefore noon. '.repeat(20)}` } },
      { id: 'p1' },
      `Ruth changed the notes to “${'Calls before noon. '.repeat(11).slice(0, 200).trimEnd()}…” in Ana Lopez’s record.`,
    ],
    [
      'pm_patients',
      'update',
      { phone: { from: '1', to: '2' }, notes: { from: 'a', to: 'b' } },
      { id: 'p1' },
      'Ruth changed the phone from 1 to 2 and the notes from “a” to “b” in Ana Lopez’s record.',
    ],
    [
      'pm_patients',
      'update',
      { email: { from: 'a@b.test', to: null }, date_of_birth: { from: null, to: '1990-02-01' } },
      { id: 'p1' },
      'Ruth changed the e-mail from a@b.test to nothing and the date of birth to Feb 1, 1990 in Ana Lopez’s record.',
    ],
    [
      'pm_patients',
      'update',
      { deleted_at: { from: null, to: '2026-01-01' } },
      { id: 'p1' },
      'Ruth deleted Ana Lopez’s record.',
    ],
    [
      'pm_patients',
      'update',
      { deleted_at: { from: '2026-01-01', to: null } },
      { id: 'p1' },
      'Ruth restored Ana Lopez’s record.',
    ],
    [
      'pf_organizations',
      'update',
      {
        settings: {
          from: { idle_minutes: 15, roster_names: 'initials' },
          to: { idle_minutes: 30, roster_names: 'initials' },
        },
      },
      {},
      'Ruth changed the minutes until idle people are signed out from 15 to 30.',
    ],
    [
      'pf_organizations',
      'update',
      { timezone: { from: 'UTC', to: 'Europe/Paris' } },
      {},
      'Ruth changed the time zone from UTC to Europe/Paris.',
    ],
    [
      'pm_closed_days',
      'insert',
      { name: { from: null, to: 'Thanksgiving' } },
      { closed_on: '2026-11-26' },
      'Ruth closed the clinic on Nov 26, 2026: Thanksgiving.',
    ],
    [
      'pf_memberships',
      'repair',
      { integrity: { from: 'A member has no profile.', to: 'x' } },
      {},
      'Ruth had a finding of the integrity check repaired: A member has no profile.',
    ],
    ['pm_things_to_come', 'insert', {}, {}, 'Ruth: insert of things to come.'],
  ])('%s, %s', (table, action, changes, target, words) => {
    expect(sentence(table, action, changes, target)).toBe(words);
  });

  it('names a deleted patient without an apostrophe', () => {
    const deleted = { ...names, patient: () => 'Ana (deleted)' };
    const entry = {
      action: 'open',
      performed_by: 'u1',
      target_table: 'pm_patients',
      target: { id: 'p1' },
      changes: {},
    };
    expect(auditSentence(entry, deleted)).toBe('Ruth opened the record of Ana (deleted).');
  });

  it('says that nobody did it, and survives what it cannot read', () => {
    expect(sentence('pf_roles', 'insert', { name: { from: null, to: 'Nurse' } }, {}, null)).toBe(
      'The system created the role Nurse.',
    );
    expect(
      auditSentence(
        { action: 'update', performed_by: 'u1', target_table: 'pm_patients', target: 7, changes: [] },
        names,
      ),
    ).toBe('Ruth: update of patients.');
  });
});

it('tells whom and what an entry speaks of', () => {
  const entry = { action: 'open', performed_by: 'u1', target_table: 'pm_patients', target: { id: 'p1' }, changes: {} };
  expect(peopleSpokenOf(entry)).toEqual(['u1']);
  expect(patientSpokenOf(entry)).toBe('p1');
  expect(peopleSpokenOf({ ...entry, performed_by: null, target: { user_id: 'u2' } })).toEqual(['u2']);
  expect(patientSpokenOf({ ...entry, target_table: 'pf_roles' })).toBeNull();
});
