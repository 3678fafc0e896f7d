import { describe, expect, it } from 'vitest';
import { contains, fits, readPaletteQuery } from './palette-query';

describe('readPaletteQuery', () => {
  it.each([
    ['enroll lopez', { enrolls: true, words: 'lopez' }],
    [' Enroll  ana lopez ', { enrolls: true, words: 'ana lopez' }],
    ['enroll ', { enrolls: true, words: '' }],
    ['enroll', { enrolls: false, words: 'enroll' }],
    ['enrolled', { enrolls: false, words: 'enrolled' }],
    ['  lopez', { enrolls: false, words: 'lopez' }],
    ['', { enrolls: false, words: '' }],
  ])('"%s"', (typed, query) => {
    expect(readPaletteQuery(typed)).toEqual(query);
  });
});

describe('fits', () => {
  it.each([
    ['New patient', 'pat', true],
    ['New patient', 'new pat', true],
    ['New patient', 'atient', false],
    ['Colors: Dark', 'DARK', true],
    ['Members', '', true],
  ])('%s by "%s": %s', (text, words, expected) => {
    expect(fits(text, words)).toBe(expected);
  });
});

describe('contains', () => {
  it('forgives accents on both sides', () => {
    expect(contains('José Núñez', 'nunez')).toBe(true);
    expect(contains('Jose Nunez', 'núñ')).toBe(true);
    expect(contains('Jose Nunez', 'lop')).toBe(false);
  });

  it('wants every word, in any order', () => {
    expect(contains('Ana Lopez MRN-7', 'lop ana')).toBe(true);
    expect(contains('Ana Lopez MRN-7', 'lop bea')).toBe(false);
  });
});
