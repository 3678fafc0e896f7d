import { describe, expect, it } from 'vitest';
import { numberQuestion, scaleQuestion, singleQuestion } from '../question.fixture';
import { bandNotes } from './band-coverage';

const SCALE = [scaleQuestion({ min: 0, max: 10, scored: true })];
const band = (min: number, max: number, label = `${min}-${max}`) => ({ min, max, label });

describe('bandNotes', () => {
  it('says nothing of bands that cover everything, in any order, and of none', () => {
    expect(bandNotes(SCALE, [band(5, 10), band(0, 4)])).toEqual([]);
    expect(bandNotes(SCALE, [])).toEqual([]);
  });

  it('names gaps at the beginning, between and at the end', () => {
    expect(bandNotes(SCALE, [band(1, 3), band(6, 8)])).toEqual([
      'A score of 0 has no band.',
      'Scores from 4 to 5 have no band.',
      'Scores from 9 to 10 have no band.',
    ]);
  });

  it('between fractions there is a gap even from 4 to 5', () => {
    const hours = [numberQuestion({ min: 0, max: 10, scored: true })];
    expect(bandNotes(hours, [band(0, 4), band(5, 10)])).toEqual(['Scores between 4 and 5 have no band.']);
    expect(bandNotes(hours, [band(0, 4), band(4, 10)])).toEqual([]);
  });

  it('says which band cannot be reached', () => {
    expect(bandNotes(SCALE, [band(0, 10), band(11, 20, 'Severe')])).toEqual([
      '“Severe” is never reached: scores run from 0 to 10.',
    ]);
  });

  it('says when nothing has a score', () => {
    const options = [
      { value: '1', label: 'Yes' },
      { value: '2', label: 'No' },
    ];
    expect(bandNotes([singleQuestion({ options })], [band(0, 1)])).toEqual([
      'No answer has a score yet, so no band can be reached.',
    ]);
  });
});
