import type { Question, QuestionSetContent, QuestionType } from '../questions.schema';
import type { Draft, DraftOption, DraftQuestion } from './draft';

/** A set that nobody has written yet. */
export const EMPTY_DRAFT: Draft = {
  title: '',
  description: '',
  source: '',
  scoring: 'none',
  questions: [],
  bands: [],
  materials: [],
};

/** A question to be written, of the type given. */
export function newQuestion(questionId: string, type: QuestionType): DraftQuestion {
  return {
    questionId,
    type,
    text: '',
    help: '',
    required: true,
    options: [newOption([]), newOption(['1'])],
    min: type === 'scale' ? 0 : null,
    max: type === 'scale' ? 10 : null,
    step: null,
    min_label: '',
    max_label: '',
    scored: false,
    flag_above: null,
  };
}

/** An answer to be written; takes the values that are taken. */
export function newOption(taken: readonly string[]): DraftOption {
  return { value: nextNumbered('', taken), label: '', score: null };
}

/** An id for another question; takes those that are taken, or were, so that answers never get mixed up. */
export function nextQuestionId(taken: readonly string[]): string {
  return nextNumbered('q', taken);
}

function nextNumbered(prefix: string, taken: readonly string[]): string {
  const pattern = new RegExp(`^${prefix}(\\d{1,9})$`);
  const numbers = taken.map((each) => Number(pattern.exec(each)?.[1] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** The same scale starts out sensible when a question becomes one. */
export function withType(question: DraftQuestion, type: QuestionType): DraftQuestion {
  const isNew = type === 'scale' && question.min === null && question.max === null;
  return { ...question, type, ...(isNew ? { min: 0, max: 10 } : {}) };
}

/** A stored set to make another of; the title says so, at most as long as titles are. */
export function copyOf(content: QuestionSetContent): Draft {
  return { ...draftFrom(content), title: [...`Copy of ${content.title}`].slice(0, 200).join('') };
}

/** A stored set as the form shows it. */
export function draftFrom(content: QuestionSetContent): Draft {
  return {
    title: content.title,
    description: content.description ?? '',
    source: content.source ?? '',
    scoring: content.scoring,
    questions: content.questions.map(draftQuestion),
    bands: content.bands.map((band) => ({ ...band })),
    materials: content.materials.map((material) => ({ ...material })),
  };
}

function draftQuestion(question: Question): DraftQuestion {
  const draft = newQuestion(question.id, question.type);
  const common = { text: question.text, help: question.help ?? '', required: question.required ?? false };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return {
        ...draft,
        ...common,
        options: question.options.map(({ value, label, score }) => ({ value, label, score: score ?? null })),
        flag_above: question.flag_above ?? null,
      };
    case 'scale':
    case 'number':
      return {
        ...draft,
        ...common,
        min: question.min ?? null,
        max: question.max ?? null,
        step: question.step ?? null,
        min_label: question.type === 'scale' ? (question.min_label ?? '') : '',
        max_label: question.type === 'scale' ? (question.max_label ?? '') : '',
        scored: question.scored ?? false,
        flag_above: question.flag_above ?? null,
      };
    case 'text':
      return { ...draft, ...common };
  }
}

/**
 * What is saved of a draft: trimmed, and only what belongs to each question's type. Bands without both ends are left out,
 * which a checked draft has none of, and a preview may have.
 */
export function contentFrom(draft: Draft): QuestionSetContent {
  const scoring = draft.scoring;
  return {
    title: draft.title.trim(),
    description: draft.description.trim() || null,
    source: draft.source.trim() || null,
    scoring,
    questions: draft.questions.map((question) => contentQuestion(question, scoring === 'sum')),
    // Without a score, there is nothing that they could mean.
    bands: scoring === 'sum' ? draft.bands.flatMap(contentBand) : [],
    materials: draft.materials.map(({ title, url }) => ({ title: title.trim(), url: url.trim() })),
  };
}

function contentBand({ min, max, label }: Draft['bands'][number]) {
  return min === null || max === null ? [] : [{ min, max, label: label.trim() }];
}

function contentQuestion(draft: DraftQuestion, isScored: boolean): Question {
  const { questionId: id, type, min, max, step } = draft;
  const common = {
    id,
    text: draft.text.trim(),
    ...(draft.help.trim() && { help: draft.help.trim() }),
    ...(draft.required && { required: true }),
  };
  const flagged = draft.flag_above === null ? {} : { flag_above: draft.flag_above };
  const measured = { ...(step !== null && { step }), ...(isScored && draft.scored && { scored: true }), ...flagged };
  switch (type) {
    case 'single':
    case 'multiple':
      return { ...common, type, options: draft.options.map(contentOption), ...flagged };
    case 'scale':
      return {
        ...common,
        type,
        min: min ?? 0,
        max: max ?? 0,
        ...measured,
        ...(draft.min_label.trim() && { min_label: draft.min_label.trim() }),
        ...(draft.max_label.trim() && { max_label: draft.max_label.trim() }),
      };
    case 'number':
      return { ...common, type, ...(min !== null && { min }), ...(max !== null && { max }), ...measured };
    case 'text':
      return { ...common, type };
  }
}

/** Scores stay with a set without scoring: a flag may go by them. */
function contentOption({ value, label, score }: DraftOption) {
  return { value, label: label.trim(), ...(score !== null && { score }) };
}
