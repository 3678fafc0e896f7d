import type { Draft, DraftBand, DraftOption, DraftQuestion } from './draft';

export interface DraftProblem {
  /** Where in the draft, as the form library names it. */
  path: (string | number)[];
  message: string;
}

/** The most that the server takes. */
export const MOST = { questions: 60, options: 20, bands: 20, materials: 20 } as const;

/** Why a draft can't be saved as it is, each where it belongs; the server's rules, in the words of a form. */
export function draftProblems(draft: Draft): DraftProblem[] {
  return [
    ...textProblems(['title'], draft.title, 200, 'Enter a title.'),
    ...textProblems(['description'], draft.description, 1000),
    ...textProblems(['source'], draft.source, 1000),
    ...draft.questions.flatMap((question, index) => within(['questions', index], questionProblems(question))),
    ...(draft.scoring === 'sum' ? within(['bands'], bandProblems(draft.bands)) : []),
    ...draft.materials.flatMap(({ title, url }, index) => [
      ...textProblems(['materials', index, 'title'], title, 200, 'Enter a title.'),
      ...urlProblems(['materials', index, 'url'], url),
    ]),
  ];
}

function within(path: DraftProblem['path'], problems: DraftProblem[]): DraftProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function textProblems(path: DraftProblem['path'], text: string, most: number, missing?: string): DraftProblem[] {
  // The database counts characters, not the pairs of which JavaScript makes some of them.
  const length = [...text.trim()].length;
  if (length === 0 && missing) return [{ path, message: missing }];
  return length > most ? [{ path, message: `Use at most ${most.toLocaleString('en-US')} characters.` }] : [];
}

function urlProblems(path: DraftProblem['path'], url: string): DraftProblem[] {
  const trimmed = url.trim();
  const fits = /^https?:\/\/[^\s"'<>]+$/i.test(trimmed) && trimmed.length <= 1900;
  return fits ? [] : [{ path, message: 'Enter an address that begins with https:// or http://.' }];
}

function questionProblems(question: DraftQuestion): DraftProblem[] {
  return [
    ...textProblems(['text'], question.text, 500, 'Write the question.'),
    ...textProblems(['help'], question.help, 500),
    ...answerProblems(question),
  ];
}

function answerProblems(question: DraftQuestion): DraftProblem[] {
  const { type, min, max } = question;
  switch (type) {
    case 'single':
    case 'multiple':
      return optionProblems(question.options);
    case 'scale':
      return [
        ...scaleProblems(question),
        ...textProblems(['min_label'], question.min_label, 500),
        ...textProblems(['max_label'], question.max_label, 500),
      ];
    case 'number':
      return min !== null && max !== null && min > max
        ? [{ path: ['max'], message: 'The greatest number must not be less than the smallest.' }]
        : [];
    case 'text':
      return [];
  }
}

function optionProblems(options: readonly DraftOption[]): DraftProblem[] {
  const labels = options.map(({ label }) => label.trim().toLowerCase());
  const problems = options.flatMap(({ label }, index): DraftProblem[] => {
    const path = ['options', index, 'label'];
    const own = textProblems(path, label, 200, 'Write the answer, or remove it.');
    if (own.length > 0) return own;
    const first = labels.indexOf(label.trim().toLowerCase());
    return first < index ? [{ path, message: `This is answer ${first + 1} again.` }] : [];
  });
  return options.length < 2
    ? [...problems, { path: ['options', 'root'], message: 'Give at least two answers.' }]
    : problems;
}

function scaleProblems({ min, max, step }: DraftQuestion): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (min === null || !Number.isInteger(min)) problems.push({ path: ['min'], message: 'Enter a whole number.' });
  if (max === null || !Number.isInteger(max)) problems.push({ path: ['max'], message: 'Enter a whole number.' });
  if (problems.length === 0 && min !== null && max !== null) {
    if (max <= min) problems.push({ path: ['max'], message: 'The scale must end above its beginning.' });
    else if (max - min > 100) problems.push({ path: ['max'], message: 'A scale has at most 100 steps.' });
  }
  if (step !== null && (!Number.isInteger(step) || step < 1 || step > 100)) {
    problems.push({ path: ['step'], message: 'Enter a whole number from 1 to 100.' });
  }
  return problems;
}

function bandProblems(bands: readonly DraftBand[]): DraftProblem[] {
  return bands.flatMap((band, index) => {
    const problems = textProblems([index, 'label'], band.label, 100, 'Say what the score means.');
    if (band.min === null) problems.push({ path: [index, 'min'], message: 'Enter a score.' });
    if (band.max === null) problems.push({ path: [index, 'max'], message: 'Enter a score.' });
    else if (band.min !== null && band.min > band.max) {
      problems.push({ path: [index, 'max'], message: 'Must not be less than the score where the band begins.' });
    }
    const other = bands.findIndex((each, place) => place < index && overlap(each, band));
    if (other >= 0) problems.push({ path: [index, 'min'], message: `Overlaps with band ${other + 1}.` });
    return problems;
  });
}

function overlap(one: DraftBand, other: DraftBand): boolean {
  if (one.min === null || one.max === null || other.min === null || other.max === null) return false;
  return one.min <= other.max && other.min <= one.max;
}
