import type { UseFormReturn } from 'react-hook-form';
import { describeError } from '@/platform/supabase/errors';
import { setServerError } from '@/platform/ui';
import type { Draft } from './draft';

type Place = `questions.${number}.questionId` | 'bands' | 'materials';

/**
 * Shows the server's refusal of a question set above the button, and what it says of questions, bands or links there as
 * well.
 */
export function setSaveError(form: UseFormReturn<Draft>, error: unknown): void {
  const { code, message, hint } = describeError(error);
  if (code !== 'INVALID_QUESTIONS' && code !== 'QUESTION_SET_IN_USE') {
    setServerError(form, error);
    return;
  }
  form.setError('root', { type: 'server', message: [message, hint].filter(Boolean).join(' ') });
  const place = code === 'INVALID_QUESTIONS' ? placeOf(message) : null;
  if (place) form.setError(place, { type: 'server', message });
}

/** Where a sentence of the server points: "Question 3 needs …", "Each option of question 3 …", "Two bands overlap …". */
export function placeOf(sentence: string): Place | null {
  const position = /\b(?:question|scale|number) (\d+)\b/i.exec(sentence)?.[1];
  if (position) return `questions.${Number(position) - 1}.questionId`;
  if (/\bbands\b/i.test(sentence)) return 'bands';
  return /^materials\b/i.test(sentence) ? 'materials' : null;
}
