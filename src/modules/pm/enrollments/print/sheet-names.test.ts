import { describe, expect, it } from 'vitest';
import { sheetNames } from './sheet-names';

function patient(first_name: string, last_name: string, preferred_name: string | null = null) {
  return { first_name, last_name, preferred_name };
}

describe('names on paper', () => {
  it('are what the patient goes by', () => {
    expect(sheetNames([patient('Maria', 'Lopez', 'Mia'), patient('Ana', 'Ng', ' ')], 'preferred_name')).toEqual([
      'Lopez, Mia',
      'Ng, Ana',
    ]);
  });

  it('are initials of that where the organization wants it', () => {
    expect(sheetNames([patient('Maria', 'lopez', 'Zoe'), patient('élise', 'Łuk')], 'initials')).toEqual([
      'Z. L.',
      'É. Ł.',
    ]);
  });

  it('take whole signs, whatever the script', () => {
    expect(sheetNames([patient('👩‍👩‍👧 Ada', 'عبد')], 'initials')).toEqual(['👩‍👩‍👧. ع.']);
  });

  it('have more letters where initials would be the same, as few as suffice', () => {
    const names = sheetNames(
      [patient('Maria', 'Lopez'), patient('Mona', 'Lee'), patient('Martin', 'Lang'), patient('Bo', 'Lund')],
      'initials',
    );
    expect(names).toEqual(['Mar. L.', 'Mo. L.', 'Mar. L.', 'B. L.']);
  });

  it('stay short for namesakes: the order of the lines tells them apart', () => {
    expect(sheetNames([patient('Maria', 'Lopez'), patient('Maria', 'Lopez')], 'initials')).toEqual([
      'Mar. L.',
      'Mar. L.',
    ]);
  });
});
