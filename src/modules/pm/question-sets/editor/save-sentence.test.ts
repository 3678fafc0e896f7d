import { expect, it } from 'vitest';
import { singleQuestion } from '../question.fixture';
import { saveSentence } from './save-sentence';

const STORED = {
  id: 'set',
  title: 'PHQ-9',
  description: null,
  source: null,
  scoring: 'sum' as const,
  questions: [singleQuestion()],
  bands: [],
  materials: [],
  version: 2,
};
const { id: _id, version: _version, ...CONTENT } = STORED;

it('says nothing while nothing was changed', () => {
  expect(saveSentence(STORED, CONTENT, 12)).toBeNull();
});

it('keeps the version for texts around the questions', () => {
  expect(saveSentence(STORED, { ...CONTENT, description: 'Two weeks' }, 12)).toMatch(/^Version 2 stays/);
  expect(saveSentence(STORED, { ...CONTENT, materials: [{ title: 'A', url: 'https://a.org' }] }, 12)).toMatch(/stays/);
});

it.each([
  [0, /^Nobody has answered version 2 yet/],
  [1, /^Saving makes version 3, because version 2 has been answered once/],
  [12, /^Saving makes version 3, because version 2 has been answered 12 times/],
  [null, /^If version 2 has been answered, saving makes version 3/],
])('with %s answers, another title or question says so', (answers, sentence) => {
  expect(saveSentence(STORED, { ...CONTENT, title: 'PHQ' }, answers)).toMatch(sentence);
  expect(saveSentence(STORED, { ...CONTENT, questions: [singleQuestion({ text: 'x' })] }, answers)).toMatch(sentence);
});
