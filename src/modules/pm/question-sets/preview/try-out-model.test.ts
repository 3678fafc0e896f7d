import { expect, it } from 'vitest';
import { numberQuestion, scaleQuestion, singleQuestion, textQuestion } from '../question.fixture';
import { answersThatFit } from './try-out-model';

it('forgets answers to questions and options that are gone', () => {
  const questions = [singleQuestion(), scaleQuestion({ max: 5 }), textQuestion({ id: 'was_scale' })];
  expect(answersThatFit(questions, { q1: '9', scale: 4, was_scale: 3, gone: 'x' })).toEqual({ scale: 4 });
});

it('keeps a number while it is typed', () => {
  expect(answersThatFit([numberQuestion({ max: 5 })], { number: '-' })).toEqual({ number: '-' });
  expect(answersThatFit([numberQuestion({ max: 5 })], { number: 50 })).toEqual({ number: 50 });
});
