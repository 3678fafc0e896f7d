import { describe, expect, it } from 'vitest';
import { ageOn, birthDateText, parseBirthDate } from './birth-date';

const TODAY = '2026-11-21';

describe('parseBirthDate', () => {
  it.each([
    ['3/14/1985', '1985-03-14'],
    ['03-14-1985', '1985-03-14'],
    ['3.14.1985', '1985-03-14'],
    ['03141985', '1985-03-14'],
    ['1985-03-14', '1985-03-14'],
    ['March 14, 1985', '1985-03-14'],
    ['Mar 14 1985', '1985-03-14'],
    ['14 March 1985', '1985-03-14'],
    ['  3/14/85 ', '1985-03-14'],
    ['3/14/55', '1955-03-14'],
    ['11/21/26', '2026-11-21'],
    ['11/22/26', '1926-11-22'],
    ['2/29/2024', '2024-02-29'],
  ])('reads "%s"', (typed, date) => {
    expect(parseBirthDate(typed, TODAY)).toBe(date);
  });

  it.each(['', 'soon', '3/14', '14/3/1985', '2/29/2023', '3/14/198', '1985', '13131985', '3/14/19855'])(
    'refuses "%s"',
    (typed) => {
      expect(parseBirthDate(typed, TODAY)).toBeNull();
    },
  );

  it('reads back what it shows', () => {
    expect(parseBirthDate(birthDateText('1985-03-04'), TODAY)).toBe('1985-03-04');
  });
});

describe('ageOn', () => {
  it.each([
    ['2000-11-21', 26],
    ['2000-11-22', 25],
    ['2026-11-21', 0],
    // A clinic's today may lie a day behind the database's.
    ['2026-11-22', 0],
  ])('counts whole years since %s', (born, age) => {
    expect(ageOn(born, TODAY)).toBe(age);
  });
});
