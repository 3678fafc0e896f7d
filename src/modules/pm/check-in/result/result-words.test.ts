import { expect, it } from 'vitest';
import type { Question } from '@/modules/pm/question-sets';
import { answerWords, groupWords, share } from './result-words';

const single: Question = {
  id: 'sleep',
  type: 'single',
  text: 'Trouble sleeping?',
  options: [
    { value: '0', label: 'Not at all', score: 0 },
    { value: '1', label: 'Several days', score: 1 },
  ],
};
const several: Question = { ...single, id: 'helped', type: 'multiple' };
const scale: Question = { id: 'mood', type: 'scale', text: 'Mood?', min: 0, max: 10 };

it('answers read as the question words them, in its order', () => {
  expect(answerWords(single, '1')).toBe('Several days');
  expect(answerWords(several, ['1', '0'])).toBe('Not at all, Several days');
  expect(answerWords(scale, 0)).toBe('0');
  expect(answerWords(single, undefined)).toBe('Not answered');
});

it('of the group only what the server tells, and nothing where it tells nothing', () => {
  const group = { count: 3, average: 1, questions: { sleep: { counts: { '0': 2, '1': 0 } }, mood: { average: 5.3 } } };
  expect(groupWords(single, group)).toBe('Not at all: 2');
  expect(groupWords(scale, group)).toBe('5.3 on average');
  expect(groupWords(several, group)).toBeNull();
  expect(groupWords(single, null)).toBeNull();
});

it('a score is drawn as its part of the highest one', () => {
  expect(share(9, 27)).toBeCloseTo(1 / 3);
  expect(share(30, 27)).toBe(1);
  expect(share(9, null)).toBeNull();
  expect(share(0, 0)).toBeNull();
});
