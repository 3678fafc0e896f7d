import { describe, expect, it } from 'vitest';
import { guessMatching, headerNames, matchingProblems, rematch } from './match-columns';

describe('guessMatching', () => {
  it.each([
    ['MRN,First name,Last name,Preferred name,Date of birth,Phone,E-mail,Status,Notes'],
    ['Medical record,Given name,Surname,Goes by,DOB,Mobile,E-Mail Address,Patient Status,Comments'],
    ['medical_record_number,FIRST,LAST,Nickname,Birth Date,cell phone,EMAIL,Active,Remarks'],
    [' Chart # , first_name ,FamilyName,preferred,birthday,Tel.,email,status,Note'],
  ])('knows %s', (line) => {
    expect(guessMatching(line.split(','))).toEqual([
      ...['mrn', 'first_name', 'last_name', 'preferred_name', 'date_of_birth', 'phone', 'email', 'status', 'notes'],
    ]);
  });

  it('takes a whole name where first and last have no columns', () => {
    expect(guessMatching(['MRN', 'Patient name'])).toEqual(['mrn', 'full_name']);
    expect(guessMatching(['Name', 'MRN', 'First', 'Last'])).toEqual([null, 'mrn', 'first_name', 'last_name']);
  });

  it('gives each meaning once, to the likeliest header', () => {
    expect(guessMatching(['Patient ID', 'MRN', 'Home phone', 'Phone', 'Phone'])).toEqual([
      ...[null, 'mrn', null, 'phone', null],
    ]);
  });

  it('leaves out what it does not know', () => {
    expect(guessMatching(['', '=HYPERLINK("x")', '__proto__', 'constructor', 'x'.repeat(1_000_000)])).toEqual([
      ...[null, null, null, null, null],
    ]);
  });
});

describe('rematch', () => {
  it('takes a meaning from the column that had it', () => {
    expect(rematch(['mrn', 'phone', null], 2, 'phone')).toEqual(['mrn', null, 'phone']);
    expect(rematch(['mrn', 'phone', null], 1, null)).toEqual(['mrn', null, null]);
  });
});

describe('matchingProblems', () => {
  it('says what is missing or doubled', () => {
    expect(matchingProblems(['mrn', 'first_name', 'last_name'])).toEqual([]);
    expect(matchingProblems(['mrn', 'full_name'])).toEqual([]);
    expect(matchingProblems([null, 'first_name'])).toEqual([
      expect.stringContaining('MRN'),
      expect.stringContaining('last name'),
    ]);
    expect(matchingProblems(['mrn', 'full_name', 'last_name'])).toEqual([
      'The last name would come from two columns. Leave out one of them.',
    ]);
  });
});

describe('headerNames', () => {
  it('tells missing and repeated headers apart', () => {
    expect(headerNames([' Phone ', '', 'Phone', 'Phone'])).toEqual(['Phone', 'Column 2', 'Phone (2)', 'Phone (3)']);
  });
});
