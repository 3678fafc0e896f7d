import type { Answer, Answers, ChoiceQuestion, NumberQuestion, Question, ScaleQuestion } from '../questions.schema';

/** As long as a text answer may be, in characters. */
export const LONGEST_ANSWER = 2000;

/** Whether there is something in an answer: no empty text, no empty choice. */
export function isAnswered(answer: Answer | null | undefined): answer is Answer {
  if (answer === null || answer === undefined) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  return typeof answer === 'number' || answer.length > 0;
}

/**
 * What is missing or wrong in the answers, in words for the person who answers, by the question's id; empty when they
 * can be sent. Mirrors the server, which decides.
 */
export function answerProblems(questions: readonly Question[], answers: Answers): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const question of questions) {
    const problem = answerProblem(question, answers[question.id]);
    if (problem !== null) problems[question.id] = problem;
  }
  return problems;
}

/** The answers as they are sent: only what was asked and answered. */
export function answersToSend(questions: readonly Question[], answers: Answers): Answers {
  const sent: Answers = {};
  for (const { id } of questions) {
    const answer = answers[id];
    if (isAnswered(answer)) sent[id] = answer;
  }
  return sent;
}

function answerProblem(question: Question, answer: Answer | undefined): string | null {
  if (!isAnswered(answer)) return question.required ? MISSING[question.type] : null;
  switch (question.type) {
    case 'single':
      return typeof answer === 'string' && isOption(question, answer) ? null : MISSING.single;
    case 'multiple':
      return isChoice(question, answer) ? null : 'Choose from the answers given.';
    case 'scale':
      return scaleProblem(question, answer);
    case 'number':
      return numberProblem(question, answer);
    case 'text':
      return textProblem(answer);
  }
}

const MISSING: Readonly<Record<Question['type'], string>> = {
  single: 'Choose one of the answers.',
  multiple: 'Choose at least one of the answers.',
  scale: 'Choose a number.',
  number: 'Enter a number.',
  text: 'Write an answer.',
};

function isOption({ options }: ChoiceQuestion, answer: string): boolean {
  return options.some(({ value }) => value === answer);
}

function isChoice(question: ChoiceQuestion, answer: Answer): boolean {
  return (
    Array.isArray(answer) &&
    new Set(answer).size === answer.length &&
    answer.every((value) => isOption(question, value))
  );
}

function scaleProblem({ min, max, step }: ScaleQuestion, answer: Answer): string | null {
  const fits = typeof answer === 'number' && answer >= min && answer <= max && (answer - min) % (step ?? 1) === 0;
  return fits ? null : `Choose a number from ${min} to ${max}.`;
}

function numberProblem({ min, max }: NumberQuestion, answer: Answer): string | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer) || Math.abs(answer) > 1_000_000_000)
    return 'Enter a number, such as 7 or 7.5.';
  const tooSmall = typeof min === 'number' && answer < min;
  const tooLarge = typeof max === 'number' && answer > max;
  return tooSmall || tooLarge ? `Enter ${rangeWords(min, max)}.` : null;
}

/** "a number from 0 to 10", "a number of at least 0", "a number of at most 10", "a number". */
export function rangeWords(min: number | null | undefined, max: number | null | undefined): string {
  if (typeof min === 'number')
    return typeof max === 'number' ? `a number from ${min} to ${max}` : `a number of at least ${min}`;
  return typeof max === 'number' ? `a number of at most ${max}` : 'a number';
}

function textProblem(answer: Answer): string | null {
  if (typeof answer !== 'string') return MISSING.text;
  // The database counts characters, not the pairs of which JavaScript makes some of them.
  const length = [...answer].length;
  return length > LONGEST_ANSWER ? `Use at most ${LONGEST_ANSWER} characters; these are ${length}.` : null;
}
