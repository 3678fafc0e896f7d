import type { QuestionSetContent } from '../questions.schema';
import { contentFrom, draftFrom } from './draft-model';

/**
 * What saving will do, in a sentence; null while nothing was changed. Takes what is stored with its version, what would be
 * saved, and how often this version was answered (null: not known).
 */
export function saveSentence(
  stored: QuestionSetContent & { version: number },
  content: QuestionSetContent,
  answers: number | null,
): string | null {
  const { version } = stored;
  const before = settled(stored);
  const after = settled(content);
  if (same(before, after)) return null;
  if (same(whatIsAsked(before), whatIsAsked(after))) {
    return `Version ${version} stays: only what is around its questions changes.`;
  }
  if (answers === 0) return `Nobody has answered version ${version} yet, so it is changed as it is.`;
  const moving = `Its groups go on with version ${version + 1}; sessions that have begun keep version ${version}.`;
  if (answers === null)
    return `If version ${version} has been answered, saving makes version ${version + 1}. ${moving}`;
  const times = answers === 1 ? 'once' : `${answers.toLocaleString('en-US')} times`;
  return `Saving makes version ${version + 1}, because version ${version} has been answered ${times}, and those answers keep their questions. ${moving}`;
}

/** Written in one way, so that two can be compared. */
function settled(content: QuestionSetContent): QuestionSetContent {
  return contentFrom(draftFrom(content));
}

/** The part that answers refer to; the rest is changed in place. */
function whatIsAsked({ title, scoring, questions, bands }: QuestionSetContent) {
  return { title, scoring, questions, bands };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
