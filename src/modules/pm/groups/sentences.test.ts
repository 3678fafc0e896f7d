import { describe, expect, it } from 'vitest';
import { deletionSentences, savedSentence } from './sentences';

describe('savedSentence', () => {
  const seats = { promoted: [], taken: 10, waiting: 0, capacity: 10, raised: false };

  it.each([
    [[], 'Anger was saved.'],
    [['Ben Ito'], 'Anger was saved. 1 person moved up from the waitlist: Ben Ito.'],
    [['Ben Ito', 'Ana Diaz'], 'Anger was saved. 2 people moved up from the waitlist: Ben Ito and Ana Diaz.'],
    [
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
      'Anger was saved. 7 people moved up from the waitlist: A, B, C, D, E and 2 more.',
    ],
  ])('%j', (promoted, sentence) => {
    expect(savedSentence('Anger', { ...seats, promoted })).toBe(sentence);
  });

  it('says nothing of seats that were not touched or may not be seen', () => {
    expect(savedSentence('Anger', null)).toBe('Anger was saved.');
  });

  it('tells the truth also when others were faster', () => {
    expect(savedSentence('Anger', { ...seats, taken: 12 })).toBe(
      'Anger was saved. 12 patients have seats: the group is 2 over capacity now.',
    );
    expect(savedSentence('Anger', { ...seats, raised: true, waiting: 3 })).toBe(
      'Anger was saved. Nobody moved up from the waitlist.',
    );
  });
});

describe('deletionSentences', () => {
  it('names whom and what it concerns', () => {
    expect(deletionSentences({ enrolled: 8, waiting: 1, hasNextSession: true })).toEqual([
      'It disappears from all lists and takes no patients any more.',
      '8 patients with a seat and 1 patient on the waitlist keep their enrollments, in case you bring it back; nobody is told.',
      'Sessions that are planned stay planned: cancel those that should not take place.',
    ]);
  });

  it('counts nobody where the reader may not see enrollments', () => {
    expect(deletionSentences({ enrolled: null, waiting: null, hasNextSession: false }).join(' ')).not.toMatch(/\d/);
  });
});
