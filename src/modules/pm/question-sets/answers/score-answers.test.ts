import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multipleQuestion, numberQuestion, scaleQuestion, singleQuestion, textQuestion } from '../question.fixture';
import type { Answers, Question } from '../questions.schema';
import { flaggedQuestions, scoreAnswers, scoreRange } from './score-answers';

const BANDS = [
  { min: 0, max: 4, label: 'minimal' },
  { min: 5, max: 9, label: 'mild' },
  { min: 10, max: 27, label: 'moderate or more' },
];

/** Nine questions of 0 to 3, as the PHQ-9 has. */
const NINE = Array.from({ length: 9 }, (_, index) => singleQuestion({ id: `q${index + 1}` }));

function measure(questions: Question[]) {
  return { scoring: 'sum' as const, questions, bands: BANDS };
}

describe('scoreAnswers', () => {
  it('adds up what was chosen and names the band', () => {
    const answers: Answers = { q1: '3', q2: '2', q3: '1' };
    expect(scoreAnswers(measure(NINE), answers)).toEqual({ score: 6, maxScore: 27, band: 'mild' });
  });

  it.each([
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate or more'],
  ])('the ends of a band belong to it: %i is %s', (score, band) => {
    const question = scaleQuestion({ max: 27, scored: true });
    expect(scoreAnswers(measure([question]), { scale: score })?.band).toBe(band);
  });

  it('names no band where none covers the score', () => {
    const question = scaleQuestion({ max: 50, scored: true });
    expect(scoreAnswers(measure([question]), { scale: 40 })).toEqual({ score: 40, maxScore: 50, band: null });
  });

  it('counts scales and numbers only when they are scored, and texts never', () => {
    const questions = [scaleQuestion(), numberQuestion({ scored: true }), textQuestion()];
    expect(scoreAnswers(measure(questions), { scale: 9, number: 2.5, text: '7' })?.score).toBe(2.5);
  });

  it('has no score before anything that counts is answered, nor for options without one', () => {
    const unscored = singleQuestion({ id: 'difficulty', options: [{ value: 'a', label: 'Some' }] });
    const none = { score: null, maxScore: 27, band: null };
    expect(scoreAnswers(measure([...NINE, unscored]), {})).toEqual(none);
    expect(scoreAnswers(measure([...NINE, unscored]), { difficulty: 'a' })).toEqual(none);
    expect(scoreAnswers(measure([unscored]), { difficulty: 'a' })?.maxScore).toBeNull();
    expect(scoreAnswers(measure(NINE), { q1: '0' })).toEqual({ score: 0, maxScore: 27, band: 'minimal' });
  });

  it('gives none without scoring', () => {
    expect(scoreAnswers({ scoring: 'none', questions: NINE, bands: [] }, { q1: '3' })).toBeNull();
  });

  it('stays within what the questions can give, and grows with each option added', () => {
    const option = fc.integer({ min: -5, max: 5 });
    const question = fc.record({ several: fc.boolean(), scores: fc.array(option, { minLength: 2, maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (drawn, dice) => {
        const questions = drawn.map(({ several, scores }, index) => {
          const id = `q${index}`;
          const options = scores.map((score, place) => ({ value: `o${place}`, label: `${score}`, score }));
          return several ? multipleQuestion({ id, options }) : singleQuestion({ id, options });
        });
        let expected = 0;
        const answers: Answers = {};
        for (const { id, type, options } of questions) {
          const roll = () => dice.next().value ?? 0;
          const picked = options.filter((_, place) => (type === 'multiple' ? roll() % 2 === 0 : place === 0));
          expected += picked.reduce((total, { score }) => total + (score ?? 0), 0);
          answers[id] = type === 'multiple' ? picked.map(({ value }) => value) : (picked[0]?.value ?? '');
        }
        const score = scoreAnswers({ scoring: 'sum', questions, bands: [] }, answers)?.score;
        const range = scoreRange(questions);
        expect(score ?? 0).toBe(expected);
        expect(expected).toBeGreaterThanOrEqual(range?.min ?? 0);
        expect(expected).toBeLessThanOrEqual(range?.max ?? 0);
      }),
    );
  });
});

describe('flaggedQuestions', () => {
  it('names what exceeds the limit, by the score of a choice and by the value of a scale', () => {
    const questions = [
      singleQuestion({ flag_above: 0 }),
      scaleQuestion({ flag_above: 7 }),
      numberQuestion({ flag_above: 3 }),
      multipleQuestion(),
    ];
    expect(flaggedQuestions(questions, { q1: '0', scale: 7, number: 3, several: ['3'] })).toEqual([]);
    expect(flaggedQuestions(questions, { q1: '1', scale: 8, number: 3.5, several: ['3'] })).toEqual([
      'q1',
      'scale',
      'number',
    ]);
    expect(flaggedQuestions(questions, {})).toEqual([]);
  });
});
