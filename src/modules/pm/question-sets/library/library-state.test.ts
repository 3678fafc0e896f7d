import { expect, it } from 'vitest';
import { narrowed } from './library-state';

const SETS = [
  { title: 'PHQ-9', description: 'Depression over the last two weeks', source: 'Kroenke', kind: 'measure' },
  { title: 'GAD-7', description: null, source: 'Spitzer, Löwe', kind: 'measure' },
  { title: 'How was the week?', description: null, source: null, kind: 'check-in' },
] as const;

function found(search: string, kind: 'all' | 'measure' | 'check-in' | 'material' = 'all'): string[] {
  return narrowed(SETS, { search, kind }).map(({ title }) => title);
}

it.each([
  ['', ['PHQ-9', 'GAD-7', 'How was the week?']],
  ['phq9', ['PHQ-9']],
  ['gad-7', ['GAD-7']],
  ['weeks depression', ['PHQ-9']],
  ['lowe', ['GAD-7']],
  ['phq gad', []],
])('%j finds %j', (search, titles) => {
  expect(found(search)).toEqual(titles);
});

it('narrows by kind', () => {
  expect(found('', 'measure')).toEqual(['PHQ-9', 'GAD-7']);
  expect(found('week', 'check-in')).toEqual(['How was the week?']);
  expect(found('', 'material')).toEqual([]);
});
