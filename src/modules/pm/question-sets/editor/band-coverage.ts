import { scoreRange } from '../answers/score-answers';
import type { Band, Question } from '../questions.schema';

/** What the bands leave open and what they cover in vain, in sentences; empty when each possible score has its meaning. */
export function bandNotes(questions: readonly Question[], bands: readonly Band[]): string[] {
  const range = scoreRange(questions);
  if (bands.length === 0) return [];
  if (range === null) return ['No answer has a score yet, so no band can be reached.'];
  const sorted = bands.toSorted((one, other) => one.min - other.min);
  const beyond = sorted.filter(({ min, max }) => min > range.max || max < range.min);
  return [
    ...gapsBetween(sorted, range, questions.every(isWhole)),
    ...beyond.map(({ label }) => `“${label}” is never reached: scores run from ${range.min} to ${range.max}.`),
  ];
}

function gapsBetween(sorted: readonly Band[], range: { min: number; max: number }, whole: boolean): string[] {
  const gaps: string[] = [];
  const next = whole ? 1 : 0;
  // The first score that no band so far has covered, or where scores have fractions, the end of the last.
  let open = range.min;
  for (const { min, max } of sorted) {
    if (min > open && open <= range.max) gaps.push(gapSentence(open, Math.min(min - next, range.max), whole));
    open = Math.max(open, max + next);
  }
  const ends = whole ? open <= range.max : open < range.max;
  return ends ? [...gaps, gapSentence(open, range.max, whole)] : gaps;
}

function gapSentence(from: number, to: number, whole: boolean): string {
  if (whole && from === to) return `A score of ${from} has no band.`;
  return `Scores ${whole ? 'from' : 'between'} ${from} ${whole ? 'to' : 'and'} ${to} have no band.`;
}

/** Whether a question adds whole numbers only. */
function isWhole(question: Question): boolean {
  if (question.type === 'number') return !question.scored;
  if (question.type === 'text' || question.type === 'scale') return true;
  return question.options.every(({ score }) => Number.isInteger(score ?? 0));
}
