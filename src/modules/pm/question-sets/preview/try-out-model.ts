import { answerProblems } from '../answers/answer-problems';
import type { Answers, Question } from '../questions.schema';

/** The answers without those that a question no longer takes; what is typed as a number stays until it is one. */
export function answersThatFit(questions: readonly Question[], answers: Answers): Answers {
  const fitting: Answers = {};
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    const isTyped = question.type === 'number' && !Array.isArray(answer);
    const optional = { ...question, required: false };
    if (isTyped || Object.keys(answerProblems([optional], { [question.id]: answer })).length === 0) {
      fitting[question.id] = answer;
    }
  }
  return fitting;
}
