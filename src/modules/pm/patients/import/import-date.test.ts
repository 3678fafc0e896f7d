import { describe, expect, it } from 'vitest';
import { findDateOrder, readImportDate } from './import-date';

const TODAY = '2026-11-21';

describe('findDateOrder', () => {
  it.each([
    [['3/14/1985', '1/2/1990'], 'month'],
    [['14/3/1985', '1/2/1990'], 'day'],
    [['14.03.85', ''], 'day'],
    [['1985-03-14', '', 'Mar 3, 1985'], 'month'],
    [['4/4/1985'], 'month'],
    [[], 'month'],
  ])('reads %j without asking', (dates, order) => {
    expect(findDateOrder(dates)).toMatchObject({ order, mixed: false });
  });

  it('asks where both orders are possible, with an example', () => {
    expect(findDateOrder(['4/4/1985', ' 03/04/1985 0:00'])).toMatchObject({
      order: null,
      example: '03/04/1985 0:00',
      mixed: false,
    });
  });

  it('asks where the file mixes them', () => {
    expect(findDateOrder(['3/14/1985', '14/3/1985'])).toMatchObject({ order: null, mixed: true });
  });

  it('notices years of two digits', () => {
    expect(findDateOrder(['3/14/85']).twoDigitYears).toBe(true);
    expect(findDateOrder(['14-Mar-85']).twoDigitYears).toBe(true);
    expect(findDateOrder(['3/14/1985', '1985-03-14']).twoDigitYears).toBe(false);
  });
});

describe('readImportDate', () => {
  it.each([
    ['1985-03-14', 'month', '1985-03-14'],
    ['1985/3/14', 'day', '1985-03-14'],
    ['19850314', 'month', '1985-03-14'],
    ['1985-03-14T00:00:00.000Z', 'month', '1985-03-14'],
    ['3/14/1985 12:00:00 AM', 'month', '1985-03-14'],
    ['3/4/1985', 'month', '1985-03-04'],
    ['3/4/1985', 'day', '1985-04-03'],
    ['14.03.1985', 'day', '1985-03-14'],
    ['14-03-1985', 'day', '1985-03-14'],
    ['14031985', 'day', '1985-03-14'],
    ['03141985', 'month', '1985-03-14'],
    ['3/14/85', 'month', '1985-03-14'],
    ['3/14/26', 'month', '2026-03-14'],
    ['11/21/26', 'month', '2026-11-21'],
    ['11/22/26', 'month', '1926-11-22'],
    ['2/29/00', 'month', '2000-02-29'],
    ['29/2/2024', 'day', '2024-02-29'],
    ['14-Mar-85', 'month', '1985-03-14'],
    ['14 March 1985', 'day', '1985-03-14'],
    ['March 14, 1985', 'month', '1985-03-14'],
    ['\u00a03/14/1985 ', 'month', '1985-03-14'],
    ['1/1/2200', 'month', '2200-01-01'],
    ['', 'month', ''],
    ['  ', 'month', ''],
  ] as const)('reads %j, %s first', (text, order, date) => {
    expect(readImportDate(text, order, TODAY)).toEqual({ date });
  });

  it.each([
    '2/30/1985',
    '13/1/1985',
    '0/1/1985',
    '1985-13-01',
    '1985',
    'unknown',
    '3/14/985',
    '3/14',
    '12:30',
    '-',
    '1'.repeat(1e6),
  ])('refuses %j', (text) => {
    expect(readImportDate(text, 'month', TODAY)).toEqual({ problem: 'This is no date with month, day and year' });
  });

  it('explains the number by which spreadsheets count days', () => {
    expect(readImportDate('31121', 'month', TODAY)).toEqual({ problem: expect.stringContaining('spreadsheet') });
  });
});
