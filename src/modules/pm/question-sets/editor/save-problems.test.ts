import { expect, it } from 'vitest';
import { placeOf } from './save-problems';

it.each([
  ['Question 3 needs a text of 1 to 500 characters.', 'questions.2.questionId'],
  ['Each option of question 12 needs a value of its own.', 'questions.11.questionId'],
  ['Scale 1 needs whole numbers as min and max.', 'questions.0.questionId'],
  ['Number 2 has a min above its max.', 'questions.1.questionId'],
  ['Two bands overlap: a score must belong to one.', 'bands'],
  ['Bands are a list of at most 20, each with min, max and a label of 1 to 100 characters.', 'bands'],
  ['Materials are a list of at most 20, each with a title.', 'materials'],
  ['Questions are a list of at most 60.', null],
])('%s belongs to %s', (sentence, place) => {
  expect(placeOf(sentence)).toBe(place);
});
