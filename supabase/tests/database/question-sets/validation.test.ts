import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { refusalOf } from '../../support/refusal.ts';

let database: TestDatabase;
let clinic: Organization;

beforeAll(async () => {
  database = await openDatabase();
  clinic = await createOrganization(database.pool);
});
afterAll(() => database.close());

/** Inserts as REST does, with the columns that people may write. */
const insert = (columns: Record<string, unknown>, by = clinic.people.org_admin) =>
  commitAsUser(database.pool, by, async (client) => {
    const all: Record<string, unknown> = { organization_id: clinic.id, title: 'A set', ...columns };
    const values = Object.values(all).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    const places = values.map((_, place) => `$${place + 1}`);
    const { rows } = await client.query<{ title: string; questions: unknown; version: number }>(
      `insert into public.pm_question_sets (${Object.keys(all).join(', ')}) values (${places.join(', ')}) returning *`,
      values,
    );
    return rows[0];
  });

const text = { id: 'q', type: 'text', text: 'How are you?' };
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const single = { ...text, type: 'single', options };
const scale = { ...text, type: 'scale', min: 0, max: 10 };
const many = (count: number) => Array.from({ length: count }, (_, place) => ({ ...text, id: `q${place}` }));

describe('questions that can be asked', () => {
  test.each<[string, unknown[]]>([
    ['none', []],
    ['sixty', many(60)],
    [
      'each type',
      [
        { ...single, id: 'one', required: true, flag_above: 0 },
        { ...single, id: 'two', type: 'multiple', options: options.map((option, score) => ({ ...option, score })) },
        { ...scale, id: 'three', min: -5, max: 95, step: 5, min_label: 'Low', max_label: 'High', scored: true },
        { ...text, id: 'four', type: 'number', min: 0.5, max: 0.5 },
        { ...text, id: 'five', type: 'number', help: 'In words', scored: false },
        { ...text, id: 'six_6' },
      ],
    ],
  ])('%s', async (_what, questions) => {
    expect(await insert({ questions })).toMatchObject({ questions, version: 1 });
  });
});

describe('questions that cannot', () => {
  test.each<[string, unknown]>([
    ['no list', { q: text }],
    ['null', 'null'],
    ['a text', '"questions"'],
    ['61', many(61)],
    ['no object', ['How are you?']],
    ['an unknown key', [{ ...text, script: 'x' }]],
    ['no id', [{ type: 'text', text: 'x' }]],
    ['an id that is a number', [{ ...text, id: 1 }]],
    ['an empty id', [{ ...text, id: '' }]],
    ['an id with capitals', [{ ...text, id: 'Q' }]],
    ['an id with a dash', [{ ...text, id: 'a-b' }]],
    ['an id on two lines', [{ ...text, id: 'a\nb' }]],
    ['an id that is too long', [{ ...text, id: 'a'.repeat(41) }]],
    ['an id twice', [text, text]],
    ['no type', [{ id: 'q', text: 'x' }]],
    ['an unknown type', [{ ...text, type: 'drawing' }]],
    ['no text', [{ id: 'q', type: 'text' }]],
    ['blank text', [{ ...text, text: '  ' }]],
    ['text that is too long', [{ ...text, text: 'x'.repeat(501) }]],
    ['text that is a number', [{ ...text, text: 7 }]],
    ['help that is a list', [{ ...text, help: [] }]],
    ['help that is too long', [{ ...text, help: 'x'.repeat(501) }]],
    ['required in words', [{ ...text, required: 'yes' }]],
    ['scored by number', [{ ...scale, scored: 1 }]],
    ['flag_above in words', [{ ...scale, flag_above: '1' }]],
    ['options of a text', [{ ...text, options }]],
    ['a choice without options', [{ ...text, type: 'single' }]],
    ['one option', [{ ...single, options: options.slice(0, 1) }]],
    ['21 options', [{ ...single, options: Array.from({ length: 21 }, (_, n) => ({ value: `v${n}`, label: 'x' })) }]],
    ['options that are texts', [{ ...single, options: ['a', 'b'] }]],
    ['an option twice', [{ ...single, options: [options[0], options[0]] }]],
    ['an option without label', [{ ...single, options: [options[0], { value: 'b' }] }]],
    ['an option with a blank label', [{ ...single, options: [options[0], { value: 'b', label: ' ' }] }]],
    ['an option with a space', [{ ...single, options: [options[0], { value: 'b c', label: 'x' }] }]],
    ['an option whose value is a number', [{ ...single, options: [options[0], { value: 1, label: 'x' }] }]],
    [
      'an option with a key of its own',
      [{ ...single, options: [options[0], { value: 'b', label: 'x', color: 'red' }] }],
    ],
    [
      'an option with its score in words',
      [{ ...single, options: [options[0], { value: 'b', label: 'x', score: '1' }] }],
    ],
    ['an option with a huge score', [{ ...single, options: [options[0], { value: 'b', label: 'x', score: 1e6 }] }]],
    ['a scale without max', [{ ...text, type: 'scale', min: 0 }]],
    ['a scale without ends', [{ ...text, type: 'scale' }]],
    ['a scale of halves', [{ ...scale, min: 0.5 }]],
    ['a scale of one point', [{ ...scale, max: 0 }]],
    ['a scale downwards', [{ ...scale, min: 10, max: 0 }]],
    ['a scale of 102 points', [{ ...scale, max: 101 }]],
    ['a step of nothing', [{ ...scale, step: 0 }]],
    ['half a step', [{ ...scale, step: 0.5 }]],
    ['a number downwards', [{ ...text, type: 'number', min: 2, max: 1 }]],
    ['a number without measure', [{ ...text, type: 'number', max: 1e12 }]],
  ])('%s', async (_what, questions) => {
    const { code, detail } = await refusalOf(insert({ questions }));
    expect(code).toBe('INVALID_QUESTIONS');
    expect(detail).toMatch(/^[A-Z].*\.$/);
  });
});

describe('bands and materials that cannot be', () => {
  const band = { min: 0, max: 4, label: 'Low' };
  const site = { title: 'Sleep', url: 'https://example.test/sleep' };
  test.each<[string, Record<string, unknown>]>([
    ['bands that overlap', { bands: [band, { min: 4, max: 9, label: 'High' }] }],
    [
      'a band within another',
      {
        bands: [
          { min: 0, max: 9, label: 'All' },
          { min: 2, max: 3, label: 'Some' },
        ],
      },
    ],
    ['a band downwards', { bands: [{ min: 4, max: 0, label: 'Low' }] }],
    ['a band without a label', { bands: [{ min: 0, max: 4 }] }],
    ['a band with a blank label', { bands: [{ ...band, label: ' ' }] }],
    ['a band in words', { bands: [{ ...band, min: '0' }] }],
    ['a band with a key of its own', { bands: [{ ...band, color: 'red' }] }],
    ['no list of bands', { bands: band }],
    ['21 bands', { bands: Array.from({ length: 21 }, (_, n) => ({ min: n, max: n, label: 'x' })) }],
    ['no list of materials', { materials: site }],
    ['material without an address', { materials: [{ title: 'Sleep' }] }],
    ['material without a title', { materials: [{ url: site.url }] }],
    ['javascript:', { materials: [{ ...site, url: 'javascript:alert(1)' }] }],
    ['data:', { materials: [{ ...site, url: 'data:text/html,x' }] }],
    ['an address within the application', { materials: [{ ...site, url: '/settings' }] }],
    ['an address with a quote', { materials: [{ ...site, url: 'https://x.test/"onclick=' }] }],
    ['an address on two lines', { materials: [{ ...site, url: 'https://x.test/\nX: y' }] }],
    ['an address of 2,001 characters', { materials: [{ ...site, url: `https://x.test/${'a'.repeat(1986)}` }] }],
    ['21 materials', { materials: Array.from({ length: 21 }, () => site) }],
  ])('%s', async (_what, columns) => {
    expect((await refusalOf(insert(columns))).code).toBe('INVALID_QUESTIONS');
  });

  test('what touches without overlapping can, and so can an address of any kind of web page', async () => {
    await insert({
      bands: [band, { min: 5, max: 9, label: 'High' }],
      materials: [site, { ...site, url: 'HTTP://x.test/?a=b#c' }],
    });
  });
});

test('title, description and source have their lengths, scoring its two words', async () => {
  for (const columns of [
    { title: ' ' },
    { title: 'x'.repeat(201) },
    { description: 'x'.repeat(1001) },
    { source: 'x'.repeat(1001) },
  ]) {
    expect((await refusalOf(insert(columns))).code).toBe('23514');
  }
  expect((await refusalOf(insert({ scoring: 'average' }))).code).toBe('INVALID_QUESTIONS');
  expect(await insert({ title: '  Mood  ' })).toMatchObject({ title: 'Mood' });
});
