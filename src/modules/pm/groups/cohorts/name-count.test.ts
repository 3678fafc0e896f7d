import { describe, expect, it } from 'vitest';
import { countedUp, countMatches } from './name-count';

describe('the name of the next cycle', () => {
  it.each([
    ['Cycle 2', 'Cycle 3'],
    ['Group 09', 'Group 10'],
    ['Cohort #99', 'Cohort #100'],
    ['IOP2', 'IOP3'],
    ['7', '8'],
    ['Cycle 2 ', 'Cycle 3'],
  ])('after "%s" is "%s"', (name, next) => {
    expect(countedUp(name, 0)).toBe(next);
  });

  it.each(['DBT Skills', 'Room 4 evening', '', 'Part II', `${'x'.repeat(99)}9`])('is not counted for "%s"', (name) => {
    expect(countedUp(name, 1)).toBeNull();
  });

  it('moves a year with the start, if that is known', () => {
    expect(countedUp('Spring 2026', 1)).toBe('Spring 2027');
    expect(countedUp('Spring 2026', 0)).toBeNull();
    expect(countedUp('Spring 2026', null)).toBeNull();
  });
});

describe('finding words in names', () => {
  it('counts names, not places, and nothing for no words', () => {
    expect(countMatches(['a a', 'ba', 'c'], 'a')).toBe(2);
    expect(countMatches(['a'], '')).toBe(0);
  });
});
