import type { Answer, Answers, Band, Question, QuestionsData } from '../questions.schema';

export interface Score {
  /** Null while nothing that counts is answered. */
  score: number | null;
  /** The highest score that the questions can give; null when none of them counts. */
  maxScore: number | null;
  /** What the score means; null where no band covers it. */
  band: string | null;
}

/**
 * What the answers add up to: the scores of the options chosen and the values of scored scales and numbers. Null for a set
 * without scoring. The server's formula, for a preview before anything is sent.
 */
export function scoreAnswers(
  { scoring, questions, bands }: Pick<QuestionsData, 'scoring' | 'questions' | 'bands'>,
  answers: Answers,
): Score | null {
  if (scoring !== 'sum') return null;
  const score = sum(questions.filter(counts).map((question) => pointsOf(question, answers[question.id])));
  return {
    score,
    maxScore: scoreRange(questions)?.max ?? null,
    band: score === null ? null : (bandOf(bands, score)?.label ?? null),
  };
}

/** The ids of the questions whose answer the facilitator is told of. */
export function flaggedQuestions(questions: readonly Question[], answers: Answers): string[] {
  return questions.filter((question) => isFlagged(question, answers[question.id])).map(({ id }) => id);
}

/** The band that covers a score, both ends included. */
export function bandOf(bands: readonly Band[], score: number): Band | undefined {
  return bands.find(({ min, max }) => min <= score && score <= max);
}

/**
 * From the lowest to the highest score that the questions can give when all are answered; null when none counts. A number
 * without an end is taken to add nothing there.
 */
export function scoreRange(questions: readonly Question[]): { min: number; max: number } | null {
  const ranges = questions.flatMap((question) => rangeOf(question) ?? []);
  if (ranges.length === 0) return null;
  return { min: sum(ranges.map(({ min }) => min)) ?? 0, max: sum(ranges.map(({ max }) => max)) ?? 0 };
}

function isFlagged(question: Question, answer: Answer | undefined): boolean {
  if (question.type === 'text' || typeof question.flag_above !== 'number') return false;
  const points = pointsOf(question, answer);
  return points !== null && points > question.flag_above;
}

/** Choices always count, by the scores of their options; scales and numbers when they are said to. */
function counts(question: Question): boolean {
  if (question.type === 'text') return false;
  return question.type === 'single' || question.type === 'multiple' || question.scored === true;
}

/** What one answer is worth; null for nothing, as an option without a score is. */
function pointsOf(question: Question, answer: Answer | undefined): number | null {
  switch (question.type) {
    case 'text':
      return null;
    case 'scale':
    case 'number':
      return typeof answer === 'number' ? answer : null;
    case 'single':
    case 'multiple': {
      const chosen = Array.isArray(answer) ? answer : [answer];
      return sum(question.options.filter(({ value }) => chosen.includes(value)).map(({ score }) => score ?? null));
    }
  }
}

function rangeOf(question: Question): { min: number; max: number } | null {
  if (!counts(question) || question.type === 'text') return null;
  if (question.type === 'scale' || question.type === 'number') {
    return typeof question.max === 'number' ? { min: question.min ?? 0, max: question.max } : null;
  }
  const scores = question.options.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return null;
  if (question.type === 'single') return { min: Math.min(...scores), max: Math.max(...scores) };
  return {
    min: sum(scores.filter((score) => score < 0)) ?? 0,
    max: sum(scores.filter((score) => score > 0)) ?? 0,
  };
}

/** Adds up what there is; null for nothing. */
function sum(numbers: readonly (number | null)[]): number | null {
  const given = numbers.filter((number) => number !== null);
  return given.length === 0 ? null : given.reduce((total, number) => total + number, 0);
}
