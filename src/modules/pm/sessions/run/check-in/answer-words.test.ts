import { expect, it } from 'vitest';
import type { Question } from '@/modules/pm/question-sets';
import { answerWords } from './answer-words';

const options = [
  { value: '0', label: 'Not at all' },
  { value: '1', label: 'Several days' },
];
const single: Question = { id: 'q', type: 'single', text: 'Little interest?', options };
const several: Question = { ...single, type: 'multiple' };
const scale: Question = { id: 's', type: 'scale', text: 'Mood', min: 0, max: 10 };

it.each([
  [single, '1', 'Several days'],
  [single, 'gone', 'gone'],
  [several, ['0', '1'], 'Not at all, Several days'],
  [several, [], null],
  [scale, 0, '0'],
  [scale, undefined, null],
])('%#: %j', (question, answer, words) => {
  expect(answerWords(question, answer)).toBe(words);
});
