import { describe, expect, it } from 'vitest';
import type { Draft, DraftQuestion } from './draft';
import { EMPTY_DRAFT, newQuestion } from './draft-model';
import { draftProblems } from './draft-problems';

const VALID: Draft = { ...EMPTY_DRAFT, title: 'Check-in' };

function pathsOf(draft: Partial<Draft>): string[] {
  return draftProblems({ ...VALID, ...draft }).map(({ path }) => path.join('.'));
}

function question(changes: Partial<DraftQuestion>): DraftQuestion {
  return { ...newQuestion('q1', changes.type ?? 'text'), text: 'How are you?', ...changes };
}

function questionPaths(changes: Partial<DraftQuestion>): string[] {
  return pathsOf({ questions: [question(changes)] });
}

const option = (label: string, value = label) => ({ value, label, score: null });

describe('draftProblems', () => {
  it('finds nothing in a valid set, which may have no questions', () => {
    expect(draftProblems(VALID)).toEqual([]);
    expect(questionPaths({ type: 'single', options: [option('Yes'), option('No')] })).toEqual([]);
    expect(questionPaths({ type: 'scale' })).toEqual([]);
  });

  it.each<[Partial<Draft>, string]>([
    [{ title: '  ' }, 'title'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ description: 'x'.repeat(1001) }, 'description'],
    [{ source: 'x'.repeat(1001) }, 'source'],
    [{ materials: [{ title: '', url: 'https://example.org' }] }, 'materials.0.title'],
    [{ materials: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'materials.0.url'],
    [{ materials: [{ title: 'x', url: 'example.org' }] }, 'materials.0.url'],
  ])('%j is wrong at %s', (draft, path) => {
    expect(pathsOf(draft)).toEqual([path]);
  });

  it.each<[Partial<DraftQuestion>, string]>([
    [{ text: ' ' }, 'questions.0.text'],
    [{ text: 'x'.repeat(501) }, 'questions.0.text'],
    [{ help: 'x'.repeat(501) }, 'questions.0.help'],
    [{ type: 'single', options: [option('Yes')] }, 'questions.0.options.root'],
    [{ type: 'single', options: [option('Yes'), option('')] }, 'questions.0.options.1.label'],
    [{ type: 'multiple', options: [option('Yes', '1'), option(' yes', '2')] }, 'questions.0.options.1.label'],
    [{ type: 'scale', min: null }, 'questions.0.min'],
    [{ type: 'scale', max: 2.5 }, 'questions.0.max'],
    [{ type: 'scale', min: 3, max: 3 }, 'questions.0.max'],
    [{ type: 'scale', min: 0, max: 101 }, 'questions.0.max'],
    [{ type: 'scale', step: 0.5 }, 'questions.0.step'],
    [{ type: 'number', min: 5, max: 4 }, 'questions.0.max'],
  ])('a question with %j is wrong at %s', (changes, path) => {
    expect(questionPaths(changes)).toEqual([path]);
  });

  it('does not look at what belongs to another type', () => {
    expect(questionPaths({ type: 'text', options: [option('')], min: 5, max: 1 })).toEqual([]);
  });

  it('finds bands that overlap, turn around or say nothing, where there is scoring', () => {
    const bands = [
      { min: 0, max: 5, label: 'Low' },
      { min: 5, max: 9, label: 'Middle' },
      { min: 20, max: 10, label: '' },
      { min: null, max: null, label: 'Open' },
    ];
    expect(pathsOf({ scoring: 'sum', bands })).toEqual([
      'bands.1.min',
      'bands.2.label',
      'bands.2.max',
      'bands.3.min',
      'bands.3.max',
    ]);
    expect(pathsOf({ scoring: 'none', bands })).toEqual([]);
  });

  it('counts characters, as the database does', () => {
    expect(pathsOf({ title: '🙂'.repeat(200) })).toEqual([]);
  });
});
