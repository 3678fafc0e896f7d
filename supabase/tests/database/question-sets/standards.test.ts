import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization } from '../../support/organization.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

// As printed on the instruments (Kroenke, Spitzer and Williams 2001; Spitzer, Kroenke, Williams and Löwe 2006).
const phq9 = [
  'Little interest or pleasure in doing things',
  'Feeling down, depressed, or hopeless',
  'Trouble falling or staying asleep, or sleeping too much',
  'Feeling tired or having little energy',
  'Poor appetite or overeating',
  'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
  'Trouble concentrating on things, such as reading the newspaper or watching television',
  'Moving or speaking so slowly that other people could have noticed? Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual',
  'Thoughts that you would be better off dead or of hurting yourself in some way',
];
const gad7 = [
  'Feeling nervous, anxious, or on edge',
  'Not being able to stop or control worrying',
  'Worrying too much about different things',
  'Trouble relaxing',
  'Being so restless that it is hard to sit still',
  'Becoming easily annoyed or irritable',
  'Feeling afraid, as if something awful might happen',
];
const answers = [
  ['0', 'Not at all', 0],
  ['1', 'Several days', 1],
  ['2', 'More than half the days', 2],
  ['3', 'Nearly every day', 3],
];
const bands = [
  [0, 4, 'Minimal'],
  [5, 9, 'Mild'],
  [10, 14, 'Moderate'],
];

interface Standard {
  title: string;
  scoring: string;
  source: string;
  version: number;
  questions: {
    text: string;
    required: boolean;
    type: string;
    flag_above?: number;
    options: { value: string; label: string; score: number }[];
  }[];
  bands: { min: number; max: number; label: string }[];
}

test('a new organization has PHQ-9 and GAD-7, word for word, with their scores and cut points', async () => {
  const clinic = await createOrganization(database.pool);
  const { rows } = await database.pool.query<Standard>(
    'select * from public.pm_question_sets where organization_id = $1 order by title desc',
    [clinic.id],
  );
  expect(rows.map(({ title, scoring, version }) => [title, scoring, version])).toEqual([
    ['PHQ-9', 'sum', 1],
    ['GAD-7', 'sum', 1],
  ]);
  const words = (set: Standard | undefined) =>
    set?.questions.map(({ text }) => text.replace('Over the last 2 weeks, how often have you been bothered by: ', ''));
  const [first, second] = rows;
  expect(words(first)).toEqual(phq9);
  expect(words(second)).toEqual(gad7);
  for (const set of rows) {
    for (const { text, type, required, options } of set.questions) {
      expect(text).toMatch(/^Over the last 2 weeks, how often have you been bothered by: /);
      expect([type, required]).toEqual(['single', true]);
      expect(options.map(({ value, label, score }) => [value, label, score])).toEqual(answers);
    }
    expect(set.source).toMatch(/Kroenke.*no permission required to reproduce/);
  }
  expect(first?.bands.map(({ min, max, label }) => [min, max, label])).toEqual([
    ...bands,
    [15, 19, 'Moderately severe'],
    [20, 27, 'Severe'],
  ]);
  expect(second?.bands.map(({ min, max, label }) => [min, max, label])).toEqual([...bands, [15, 21, 'Severe']]);
  // The question about self-harm, and no other, is told to the facilitator, at any answer but "not at all".
  expect(first?.questions.map(({ flag_above }) => flag_above ?? null)).toEqual([...Array(8).fill(null), 0]);
  expect(second?.questions.every((question) => question.flag_above === undefined)).toBe(true);
});
