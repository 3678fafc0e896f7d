import { listWords } from '../list-words';
import type { Clone } from './clone-answer.schema';

/** What was made, and what the preview had shown of it. */
export interface Outcome {
  made: readonly Clone[];
  previewed: readonly Clone[];
}

/**
 * Where what was made is not what the preview showed, a sentence for each group: others work at the same time.
 * Takes both in any order; a group of which there is no preview is not compared.
 */
export function cloneDifferences(previewed: readonly Clone[], made: readonly Clone[]): string[] {
  const before = new Map(previewed.map((clone) => [clone.source_id, clone]));
  return made.flatMap((clone) => {
    const expected = before.get(clone.source_id);
    const found = expected ? differences(expected, clone) : [];
    return found.length === 0 ? [] : [`${clone.group.name}: ${listWords(found)}.`];
  });
}

function differences(expected: Clone, clone: Clone): string[] {
  const figures = [
    figure('with a seat', expected.cloned_patients, clone.cloned_patients),
    figure('on the waitlist', expected.waitlisted_patients, clone.waitlisted_patients),
    figure('sessions', expected.sessions.created, clone.sessions.created),
    figure('facilitators', expected.cloned_facilitators, clone.cloned_facilitators),
  ].filter((words) => words !== null);
  const others = figures.length === 0 && seated(expected) !== seated(clone) ? ['other patients got the seats'] : [];
  const code =
    expected.group.group_code === clone.group.group_code
      ? []
      : [`code ${clone.group.group_code ?? 'none'} instead of ${expected.group.group_code ?? 'none'}`];
  return [...figures, ...others, ...code];
}

function figure(words: string, expected: number, found: number): string | null {
  return expected === found ? null : `${found} ${words} instead of ${expected}`;
}

function seated({ patients }: Clone): string {
  return patients.flatMap(({ patient_id, status }) => (status === 'enrolled' ? [patient_id] : [])).join();
}
