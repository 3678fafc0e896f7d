import { describe, expect, it } from 'vitest';
import { multipleQuestion, numberQuestion, scaleQuestion, singleQuestion, textQuestion } from '../question.fixture';
import type { Answer, Question } from '../questions.schema';
import { answerProblems, answersToSend, LONGEST_ANSWER } from './answer-problems';

function problemOf(question: Question, answer?: Answer): string | undefined {
  return answerProblems([question], answer === undefined ? {} : { [question.id]: answer })[question.id];
}

describe('a missing answer', () => {
  it.each<[Question, string]>([
    [singleQuestion({ required: true }), 'Choose one of the answers.'],
    [multipleQuestion({ required: true }), 'Choose at least one of the answers.'],
    [scaleQuestion({ required: true }), 'Choose a number.'],
    [numberQuestion({ required: true }), 'Enter a number.'],
    [textQuestion({ required: true }), 'Write an answer.'],
  ])('is told where one is required', (question, words) => {
    expect(problemOf(question)).toBe(words);
    expect(problemOf({ ...question, required: false })).toBeUndefined();
  });

  it('is also a text of nothing but spaces, and a choice of nothing', () => {
    expect(problemOf(textQuestion({ required: true }), '  \n ')).toBeDefined();
    expect(problemOf(multipleQuestion({ required: true }), [])).toBeDefined();
    expect(problemOf(textQuestion(), '   ')).toBeUndefined();
  });

  it('zero is an answer', () => {
    expect(problemOf(scaleQuestion({ required: true }), 0)).toBeUndefined();
  });
});

describe('an answer that does not fit', () => {
  it.each<[Question, Answer]>([
    [singleQuestion(), '4'],
    [singleQuestion(), ['1']],
    [multipleQuestion(), ['1', '1']],
    [multipleQuestion(), ['9']],
    [multipleQuestion(), '1'],
    [scaleQuestion(), 11],
    [scaleQuestion(), -1],
    [scaleQuestion(), 2.5],
    [scaleQuestion({ step: 5 }), 4],
    [scaleQuestion(), '4'],
    [numberQuestion(), 'seven'],
    [numberQuestion({ min: 0 }), -1],
    [numberQuestion({ max: 24 }), 24.5],
    [textQuestion(), 'a'.repeat(LONGEST_ANSWER + 1)],
    [textQuestion(), 5],
  ])('%j refuses %j', (question, answer) => {
    expect(problemOf(question, answer)).toEqual(expect.any(String));
  });

  it.each<[Question, Answer]>([
    [singleQuestion(), '3'],
    [multipleQuestion(), ['3', '0']],
    [scaleQuestion({ min: -5, max: 5, step: 5 }), -5],
    [numberQuestion({ min: 0, max: 24 }), 7.5],
    [textQuestion(), '🙂'.repeat(LONGEST_ANSWER)],
  ])('%j takes %j', (question, answer) => {
    expect(problemOf(question, answer)).toBeUndefined();
  });
});

it('sends only what was asked and answered', () => {
  const questions = [singleQuestion(), multipleQuestion(), scaleQuestion(), textQuestion()];
  expect(answersToSend(questions, { q1: '2', several: [], scale: 0, text: ' ', stranger: 'x' })).toEqual({
    q1: '2',
    scale: 0,
  });
});
