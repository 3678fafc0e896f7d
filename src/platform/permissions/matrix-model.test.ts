import { describe, expect, it } from 'vitest';
import { matrixRows, withGrant } from './matrix-model';
import { inRoleOrder } from './role-order';

function permission(key: string) {
  const [module = '', resource = '', action = ''] = key.split('.');
  return { key, module, resource, action, description: key };
}

describe('matrixRows', () => {
  const rows = matrixRows(
    [
      'pf.members.manage',
      'pm.zebras.view',
      'pm.patients.delete',
      'pm.patients.view',
      'pm.group_enrollments.view',
      'pm.group_definitions.edit',
      'pm.group_definitions.approve',
      'pm.group_definitions.create',
      'pm.group_definitions.view',
    ].map(permission),
  );

  it('puts practice management first, and its resources in the order of PM-04', () => {
    expect(rows.map(({ label }) => label)).toEqual(['Practice Management', 'Organization']);
    expect(rows[0]?.resources.map(({ label }) => label)).toEqual([
      'Group Definitions',
      'Group Enrollments',
      'Patients',
      'Zebras',
    ]);
  });

  it('orders actions from view to delete, unknown ones last', () => {
    expect(rows[0]?.resources[0]?.permissions.map(({ action }) => action)).toEqual([
      'view',
      'create',
      'edit',
      'approve',
    ]);
  });

  it('loses no permission', () => {
    expect(rows.flatMap(({ resources }) => resources.flatMap(({ permissions }) => permissions))).toHaveLength(9);
  });
});

describe('withGrant', () => {
  const roles = [
    { id: 'a', key: 'staff', name: 'Staff', is_system: true, permissions: ['x', 'z'] },
    { id: 'b', key: 'front_desk', name: 'Front desk', is_system: false, permissions: ['z'] },
  ];
  const permissionsAfter = (permissionKey: string, granted: boolean) =>
    withGrant(roles, { roleId: 'a', permissionKey, granted }).map(({ permissions }) => permissions);

  it('grants and revokes for one role alone', () => {
    expect(permissionsAfter('y', true)).toEqual([['x', 'y', 'z'], ['z']]);
    expect(permissionsAfter('z', false)).toEqual([['x'], ['z']]);
  });

  it('changes nothing when repeated', () => {
    expect(permissionsAfter('x', true)).toEqual([['x', 'z'], ['z']]);
    expect(permissionsAfter('y', false)).toEqual([['x', 'z'], ['z']]);
  });
});

it('puts the organization admin first', () => {
  const names = ['Facilitator', 'Zoo', 'Organization admin', 'Admin'].map((name) => ({
    name,
    key: name === 'Organization admin' ? 'org_admin' : 'other',
    is_system: name === 'Organization admin',
  }));
  expect(inRoleOrder(names).map(({ name }) => name)).toEqual(['Organization admin', 'Admin', 'Facilitator', 'Zoo']);
});
