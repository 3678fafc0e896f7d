import { describe, expect, it } from 'vitest';
import { deletedSentence, deletionWarning, holdingsOf, restoredSentence } from './deletion-sentences';

const HELD = holdingsOf([
  { status: 'enrolled' },
  { status: 'enrolled' },
  { status: 'waitlisted' },
  { status: 'disenrolled' },
]);

describe('deleting a patient', () => {
  it('says beforehand what will be given up', () => {
    expect(deletionWarning(HELD)).toBe(
      'The patient will be disenrolled from 2 groups and taken off 1 waitlist. A freed seat goes to whoever is next on the waitlist.',
    );
    expect(deletionWarning(holdingsOf([]))).toBe('The patient is in no group at present.');
    expect(deletionWarning(null)).toBe('The patient will be disenrolled from every group.');
  });

  it('promises no seats to those who undo', () => {
    expect(deletedSentence('Majo', HELD)).toContain('not the seats');
    expect(restoredSentence('Majo', HELD)).toContain('in no group');
    expect(restoredSentence('Majo', holdingsOf([]))).toBe('Majo is back.');
  });
});
