import { describe, expect, it } from 'vitest';
import { changesBetween, type RoleChange, withNewer, withoutOwn } from './role-changes';

function role(id: string, name: string, permissions: string[]) {
  return { id, key: id, name, is_system: false, permissions };
}

const grant = (permissionKey: string, granted: boolean, roleId = 'desk'): RoleChange => ({
  kind: 'grant',
  roleId,
  roleName: 'Desk',
  permissionKey,
  granted,
});

describe('changesBetween', () => {
  it('finds nothing between equal readings, whatever their order', () => {
    const roles = [role('desk', 'Desk', ['a', 'b']), role('lead', 'Lead', [])];
    expect(changesBetween(roles, roles.toReversed())).toEqual([]);
  });

  it('finds what was granted and revoked', () => {
    expect(changesBetween([role('desk', 'Desk', ['a', 'b'])], [role('desk', 'Desk', ['b', 'c'])])).toEqual([
      grant('c', true),
      grant('a', false),
    ]);
  });

  it('tells new, deleted and renamed roles', () => {
    const before = [role('desk', 'Desk', ['a']), role('old', 'Old', ['a'])];
    const after = [role('desk', 'Reception', ['a']), role('new', 'New', ['a', 'b'])];
    expect(changesBetween(before, after)).toEqual([
      { kind: 'renamed', roleId: 'desk', roleName: 'Reception', before: 'Desk' },
      { kind: 'added', roleId: 'new', roleName: 'New' },
      { kind: 'removed', roleId: 'old', roleName: 'Old' },
    ]);
  });
});

describe('withNewer', () => {
  it('adds to what is told already', () => {
    expect(withNewer([grant('a', true)], [grant('b', false)])).toEqual([grant('a', true), grant('b', false)]);
  });

  it('forgets a toggle that went there and back', () => {
    expect(withNewer([grant('a', true)], [grant('a', false)])).toEqual([]);
  });

  it('tells of a role that is gone nothing else', () => {
    const removed: RoleChange = { kind: 'removed', roleId: 'desk', roleName: 'Desk' };
    expect(withNewer([grant('a', true), grant('a', true, 'lead')], [removed])).toEqual([
      grant('a', true, 'lead'),
      removed,
    ]);
  });
});

it('does not go on telling what the person has decided anew', () => {
  expect(withoutOwn([grant('a', true), grant('b', true)], [grant('a', false)])).toEqual([grant('b', true)]);
});
