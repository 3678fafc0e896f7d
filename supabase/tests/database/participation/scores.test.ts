import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

interface Question {
  id: string;
  type: 'single' | 'multiple' | 'scale' | 'number' | 'text';
  text: string;
  options?: { value: string; label: string; score?: number }[];
  min?: number;
  max?: number;
  scored?: boolean;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase(1);
});
afterAll(() => database.close());

const option = (place: number) =>
  fc.record(
    { value: fc.constant(`v${place}`), label: fc.constant('x'), score: fc.integer({ min: -5, max: 5 }) },
    { requiredKeys: ['value', 'label'] },
  );
const question = (place: number): fc.Arbitrary<Question> => {
  const base = { id: fc.constant(`q${place}`), text: fc.constant('?') };
  const choice = fc.record({
    ...{ ...base, type: fc.constantFrom('single' as const, 'multiple' as const) },
    options: fc.tuple(option(0), option(1), option(2)).map((all) => [...all]),
  });
  const amount = fc.record(
    {
      ...{ ...base, type: fc.constantFrom('scale' as const, 'number' as const) },
      ...{ min: fc.constant(0), max: fc.constant(10), scored: fc.boolean() },
    },
    { requiredKeys: ['id', 'text', 'type', 'min', 'max'] },
  );
  return fc.oneof(choice, amount, fc.record({ ...base, type: fc.constant('text' as const) }));
};
const asked = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => question(place))));

/** An answer that fits the question, or none. */
function answerTo(each: Question): fc.Arbitrary<unknown> {
  const values = each.options?.map(({ value }) => value) ?? [];
  const given: Record<Question['type'], fc.Arbitrary<unknown>> = {
    single: fc.constantFrom(...(values.length > 0 ? values : ['x'])),
    multiple: fc.subarray(values, { minLength: values.length > 0 ? 1 : 0 }),
    ...{ scale: fc.integer({ min: 0, max: 10 }), number: fc.integer({ min: 0, max: 10 }), text: fc.constant('words') },
  };
  return fc.option(given[each.type], { nil: undefined, freq: 4 });
}

/** The sum of what counts; null when nothing that was answered counts. */
function plainScore(questions: readonly Question[], answers: Record<string, unknown>): number | null {
  const counted: number[] = [];
  for (const { id, type, options = [], scored } of questions) {
    const answer = answers[id];
    if (answer === undefined || type === 'text') continue;
    const chosen = options.filter(({ value }) => (Array.isArray(answer) ? answer.includes(value) : answer === value));
    if (type === 'single' || type === 'multiple') {
      for (const { score } of chosen) if (score !== undefined) counted.push(score);
    } else if (scored) counted.push(Number(answer));
  }
  return counted.length === 0 ? null : counted.reduce((sum, each) => sum + each, 0);
}

test('a score is the plain sum of what counts, and never above the highest', { timeout: 120_000 }, async () => {
  console.info(`scores: seed ${seed}`);
  const whole = asked.chain((questions) =>
    fc.tuple(...questions.map(answerTo)).map((given) => {
      const pairs = questions
        .map(({ id }, place) => [id, given[place]] as const)
        .filter(([, answer]) => answer !== undefined);
      return { questions, answers: Object.fromEntries(pairs) };
    }),
  );
  await fc.assert(
    fc.asyncProperty(whole, async ({ questions, answers }) => {
      const { rows } = await database.pool.query<{
        problem: string | null;
        score: number | null;
        highest: number | null;
        unscored: number | null;
      }>(
        `select coalesce(private.problem_of_questions(asked -> 'questions'), private.problem_of_answers(asked -> 'questions', given)) as problem,
           private.score_of(asked, given)::float as score, private.max_score(asked)::float as highest,
           private.score_of(asked || '{"scoring": "none"}', given)::float as unscored
         from (select $1::jsonb as asked, $2::jsonb as given) sent`,
        [JSON.stringify({ scoring: 'sum', questions }), JSON.stringify(answers)],
      );
      const score = plainScore(questions, answers);
      expect(rows[0]).toMatchObject({ problem: null, score, unscored: null });
      // Unless somebody must give less than nothing.
      const reachable = questions.every(
        ({ type, options = [] }) => type !== 'single' || options.some((each) => (each.score ?? -1) >= 0),
      );
      if (score !== null && reachable) {
        expect(score).toBeLessThanOrEqual(rows[0]?.highest ?? 0);
      }
    }),
    { numRuns: 200, seed },
  );
});
