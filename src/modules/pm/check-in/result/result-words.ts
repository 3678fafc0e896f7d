import type { Answer, Question } from '@/modules/pm/question-sets';
import type { GroupResult } from '../api/session-result';

/** The server tells about the group from so many patients on; here only to say so. */
export const GROUP_FROM = 'three';

/** "4 people answered". */
export function peopleWords(count: number): string {
  return count === 1 ? '1 person answered' : `${count} people answered`;
}

/** How much of the highest score a score is, from 0 to 1; null where there is no highest one. */
export function share(score: number, maxScore: number | null | undefined): number | null {
  if (typeof maxScore !== 'number' || maxScore <= 0) return null;
  return Math.min(1, Math.max(0, score / maxScore));
}

/** One's own answer in the words of the question. */
export function answerWords(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return 'Not answered';
  if (question.type !== 'single' && question.type !== 'multiple') return String(answer);
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return question.options
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
    .join(', ');
}

/** What the group answered to a question: "Not at all 2, Several days 1", "5.3 on average"; null where it is not told. */
export function groupWords(question: Question, group: GroupResult | null | undefined): string | null {
  const told = group?.questions[question.id];
  if (!told) return null;
  if (typeof told.average === 'number') return `${told.average} on average`;
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  const counted = question.options.flatMap(({ value, label }) => {
    const count = told.counts?.[value] ?? 0;
    return count > 0 ? [`${label}: ${count}`] : [];
  });
  return counted.length > 0 ? counted.join(' · ') : null;
}
