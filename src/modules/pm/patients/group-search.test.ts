import { expect, it } from 'vitest';
import { byFit, groupCondition } from './group-search';

it('asks for every word in name or code', () => {
  expect(groupCondition(' dbt  AM ')).toBe(
    'and(or(name.imatch."dbt",group_code.imatch."dbt"),or(name.imatch."AM",group_code.imatch."AM"))',
  );
});

it('asks for nothing without words', () => {
  expect(groupCondition('  ')).toBeNull();
});

it('puts groups that begin with the words first, active ones before others', () => {
  const groups = [
    { name: 'Adult DBT', code: null, status: 'active' },
    { name: 'DBT Skills', code: null, status: 'active' },
    { name: 'Evening', code: 'DBT01', status: 'active' },
    { name: 'DBT Old', code: null, status: 'completed' },
  ];
  expect(byFit(groups, 'dbt').map(({ name }) => name)).toEqual(['DBT Skills', 'Evening', 'Adult DBT', 'DBT Old']);
});
