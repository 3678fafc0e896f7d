import type { Answer, Question } from '@/modules/pm/question-sets';

/** An answer as it was given: the words of the options chosen, the number, the text; null when there is none. */
export function answerWords(question: Question, answer: Answer | undefined): string | null {
  if (answer === undefined) return null;
  if (question.type !== 'single' && question.type !== 'multiple') return String(answer);
  const chosen = Array.isArray(answer) ? answer : [String(answer)];
  if (chosen.length === 0) return null;
  return chosen.map((value) => question.options.find((option) => option.value === value)?.label ?? value).join(', ');
}
