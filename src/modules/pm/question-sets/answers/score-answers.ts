import type { Answer, Answers, Band, Question, QuestionsData } from '../questions.schema';

export interface Score {
  score: number;
  /** The highest score that the questions can give. */
  maxScore: number;
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
  const score = sum(questions.map((question) => pointsOf(question, answers[question.id]) ?? 0));
  return { score, maxScore: highestScore(questions), band: bandOf(bands, score)?.label ?? null };
}

/** The ids of the questions whose answer the facilitator is told of. */
export function flaggedQuestions(questions: readonly Question[], answers: Answers): string[] {
  return questions.filter((question) => isFlagged(question, answers[question.id])).map(({ id }) => id);
}

/** The band that covers a score, both ends included. */
export function bandOf(bands: readonly Band[], score: number): Band | undefined {
  return bands.find(({ min, max }) => min <= score && score <= max);
}

/** The lowest score that the questions can give when all of them are answered. */
export function lowestScore(questions: readonly Question[]): number {
  return sum(questions.map((question) => rangeOf(question).least));
}

/** The highest score that the questions can give; a number without an upper end counts nothing. */
export function highestScore(questions: readonly Question[]): number {
  return sum(questions.map((question) => rangeOf(question).most));
}

function isFlagged(question: Question, answer: Answer | undefined): boolean {
  if (question.type === 'text' || typeof question.flag_above !== 'number') return false;
  const points = typeof answer === 'number' ? answer : pointsOf(question, answer);
  return points !== null && points > question.flag_above;
}

/** What one answer counts; null when it counts nothing. */
function pointsOf(question: Question, answer: Answer | undefined): number | null {
  switch (question.type) {
    case 'text':
      return null;
    case 'scale':
    case 'number':
      return question.scored && typeof answer === 'number' ? answer : null;
    case 'single':
    case 'multiple': {
      const chosen = Array.isArray(answer) ? answer : [answer];
      return sum(question.options.filter(({ value }) => chosen.includes(value)).map(({ score }) => score ?? 0));
    }
  }
}

function rangeOf(question: Question): { least: number; most: number } {
  switch (question.type) {
    case 'text':
      return { least: 0, most: 0 };
    case 'scale':
    case 'number':
      return question.scored ? { least: question.min ?? 0, most: question.max ?? 0 } : { least: 0, most: 0 };
    case 'single': {
      const scores = question.options.map(({ score }) => score ?? 0);
      return { least: Math.min(...scores), most: Math.max(...scores) };
    }
    case 'multiple': {
      const scores = question.options.map(({ score }) => score ?? 0);
      return { least: sum(scores.filter((score) => score < 0)), most: sum(scores.filter((score) => score > 0)) };
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
