import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multipleQuestion, numberQuestion, scaleQuestion, singleQuestion, textQuestion } from '../question.fixture';
import { type QuestionSetContent, questionSetContentSchema } from '../questions.schema';
import { contentFrom, draftFrom, EMPTY_DRAFT, newOption, newQuestion, nextQuestionId, withType } from './draft-model';

const CONTENT: QuestionSetContent = {
  title: 'Weekly check-in',
  description: null,
  source: 'Somebody, 2020',
  scoring: 'sum',
  questions: [
    singleQuestion({ required: true, flag_above: 0, help: 'Over the last two weeks' }),
    multipleQuestion({
      options: [
        { value: 'a', label: 'Breathing' },
        { value: 'b', label: 'A walk', score: 2 },
      ],
    }),
    scaleQuestion({ min: -5, max: 5, step: 5, min_label: 'Worse', max_label: 'Better', scored: true }),
    numberQuestion({ min: 0, flag_above: 3 }),
    textQuestion({ required: true }),
  ],
  bands: [{ min: 0, max: 4, label: 'Minimal' }],
  materials: [{ title: 'Grounding', url: 'https://example.org/grounding' }],
};

describe('a stored set', () => {
  it('is saved as it was when nothing was changed', () => {
    expect(contentFrom(draftFrom(CONTENT))).toEqual(CONTENT);
  });

  it('is saved as it was, whatever its texts and numbers are', () => {
    const words = fc.string({ minLength: 1 }).map((text) => `x${text.trim()}x`);
    const number = fc.integer({ min: -1000, max: 1000 });
    const questions = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z0-9_]{1,40}$/),
        text: words,
        min: number,
        span: fc.integer({ min: 1, max: 100 }),
      }),
      { selector: ({ id }) => id, maxLength: 10 },
    );
    fc.assert(
      fc.property(words, questions, (title, drawn) => {
        const scales = drawn.map(({ id, text, min, span }) => scaleQuestion({ id, text, min, max: min + span }));
        const content = { ...CONTENT, title, questions: scales };
        expect(contentFrom(draftFrom(content))).toEqual(content);
      }),
    );
  });
});

describe('contentFrom', () => {
  it('trims, and drops what is empty', () => {
    const content = contentFrom({ ...draftFrom(CONTENT), title: '  Check-in ', description: '  ', source: '' });
    expect(content).toMatchObject({ title: 'Check-in', description: null, source: null });
  });

  it('keeps only what belongs to the type, which the form keeps all of', () => {
    const [first] = draftFrom(CONTENT).questions;
    if (!first) throw new Error('no question');
    const asText = { ...EMPTY_DRAFT, questions: [withType(first, 'text')] };
    expect(contentFrom(asText).questions).toEqual([
      { id: 'q1', type: 'text', text: first.text, help: first.help, required: true },
    ]);
    const back = { ...asText, questions: asText.questions.map((question) => withType(question, 'single')) };
    expect(contentFrom(back).questions).toEqual([CONTENT.questions[0]]);
  });

  it('leaves bands and counting away without scoring', () => {
    const content = contentFrom({ ...draftFrom(CONTENT), scoring: 'none' });
    expect(content.bands).toEqual([]);
    expect(content.questions[2]).not.toHaveProperty('scored');
  });

  it('makes what the schema reads, from any new question', () => {
    const types = ['single', 'multiple', 'scale', 'number', 'text'] as const;
    const questions = types.map((type, index) => newQuestion(`q${index}`, type));
    const content = contentFrom({ ...EMPTY_DRAFT, questions });
    expect(questionSetContentSchema.safeParse(content).success).toBe(true);
  });
});

it('numbers on from the highest that was ever used', () => {
  expect(nextQuestionId([])).toBe('q1');
  expect(nextQuestionId(['q2', 'phq9_14', 'q1'])).toBe('q3');
  expect(newOption(['0', '3', 'often']).value).toBe('4');
});

it('a question that becomes a scale gets one', () => {
  expect(withType(newQuestion('q1', 'text'), 'scale')).toMatchObject({ type: 'scale', min: 0, max: 10 });
  const limited = { ...newQuestion('q1', 'number'), min: 1, max: 5 };
  expect(withType(limited, 'scale')).toMatchObject({ min: 1, max: 5 });
});
