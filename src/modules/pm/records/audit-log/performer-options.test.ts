import { expect, it } from 'vitest';
import { performerOptions } from './performer-options';

it('offers members, people who have left, and the system', () => {
  const members = [
    { id: 'u1', full_name: 'Ana Ruiz', email: 'ana@clinic.test' },
    { id: 'u2', full_name: 'Ana Ruiz', email: 'a.ruiz@clinic.test' },
    { id: 'u3', full_name: '', email: 'new@clinic.test' },
  ];
  const others = new Map([
    ['u1', 'Ana Ruiz'],
    ['u9', 'Zoe Lang'],
    ['u8', 'Max Berg'],
  ]);
  expect(performerOptions(members, others)).toEqual([
    { value: 'u1', label: 'Ana Ruiz (ana@clinic.test)' },
    { value: 'u2', label: 'Ana Ruiz (a.ruiz@clinic.test)' },
    { value: 'u3', label: 'new@clinic.test' },
    { value: 'u8', label: 'Max Berg (former member)' },
    { value: 'u9', label: 'Zoe Lang (former member)' },
    { value: 'system', label: 'The system' },
  ]);
});
