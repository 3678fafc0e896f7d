import { expect, it } from 'vitest';
import { roleOptions } from './role-options';

it('offers no role that may do more than the person', () => {
  const roles = [
    { id: 'admin', name: 'Organization admin', permissions: ['a', 'b', 'c'] },
    { id: 'lead', name: 'Lead', permissions: ['a', 'b'] },
    { id: 'staff', name: 'Staff', permissions: ['a'] },
    { id: 'none', name: 'Nothing', permissions: [] },
  ];
  const offered = (own: string) =>
    roleOptions(roles, own)
      .filter(({ disabled }) => !disabled)
      .map(({ value }) => value);
  expect(offered('admin')).toEqual(['admin', 'lead', 'staff', 'none']);
  expect(offered('lead')).toEqual(['lead', 'staff', 'none']);
  expect(offered('unknown')).toEqual(['none']);
});
