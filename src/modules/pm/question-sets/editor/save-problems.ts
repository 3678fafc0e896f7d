import type { UseFormReturn } from 'react-hook-form';
import { describeError } from '@/platform/supabase/errors';
import { setServerError } from '@/platform/ui';
import type { Draft } from './draft';

type Place = `questions.${number}.questionId` | 'bands' | 'materials';

/** Shows the server's refusal of a question set where it belongs: at the question that it counts to, at bands or links. */
export function setSaveError(form: UseFormReturn<Draft>, error: unknown): void {
  const { code, message } = describeError(error);
  const place = code === 'INVALID_QUESTIONS' ? placeOf(message) : null;
  if (place === null) setServerError(form, error);
  else form.setError(place, { type: 'server', message });
}

/** Where a sentence of the server points: "Question 3 needs …", "Each option of question 3 …", "Two bands overlap …". */
export function placeOf(sentence: string): Place | null {
  const position = /\b(?:question|scale|number) (\d+)\b/i.exec(sentence)?.[1];
  if (position) return `questions.${Number(position) - 1}.questionId`;
  if (/\bbands\b/i.test(sentence)) return 'bands';
  return /^materials\b/i.test(sentence) ? 'materials' : null;
}
