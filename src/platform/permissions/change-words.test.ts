import { expect, it } from 'vitest';
import { changeWords } from './change-words';

const catalogue = [
  { key: 'pm.patients.create', module: 'pm', resource: 'patients', action: 'create', description: 'Create patients' },
];
const desk = { roleId: '1', roleName: 'Desk' };

it('tells each change as a sentence', () => {
  const words = [
    { kind: 'added' as const, ...desk },
    { kind: 'removed' as const, ...desk },
    { kind: 'renamed' as const, before: 'Reception', ...desk },
    { kind: 'grant' as const, permissionKey: 'pm.patients.create', granted: true, ...desk },
    { kind: 'grant' as const, permissionKey: 'pm.unknown.view', granted: false, ...desk },
  ].map((change) => changeWords(change, catalogue));
  expect(words).toEqual([
    'The role Desk is new.',
    'The role Desk was deleted.',
    'The role Reception is called Desk now.',
    'Desk was given: Create patients.',
    'Desk has lost: pm.unknown.view.',
  ]);
});
