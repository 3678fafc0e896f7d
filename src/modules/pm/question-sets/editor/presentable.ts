import type { Question, QuestionSetContent } from '../questions.schema';

/** What is not written yet, named by its place, so that a preview can show it; links that lead nowhere are left out. */
export function presentable(content: QuestionSetContent): QuestionSetContent {
  return {
    ...content,
    title: content.title || 'Untitled question set',
    questions: content.questions.map(presentableQuestion),
    materials: content.materials.filter(({ title, url }) => title !== '' && /^https?:\/\/\S/i.test(url)),
  };
}

function presentableQuestion(question: Question, index: number): Question {
  const text = question.text || `Question ${index + 1}`;
  if (question.type === 'single' || question.type === 'multiple') {
    const options = question.options.map(({ label, ...rest }, place) => ({
      ...rest,
      label: label || `Answer ${place + 1}`,
    }));
    return { ...question, text, options };
  }
  return { ...question, text };
}
