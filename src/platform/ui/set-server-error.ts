import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { describeError } from '@/platform/supabase/errors';

/**
 * Shows a refusal where it belongs in a form: at the field that it names, else above the form as `errors.root`.
 * Takes the form and the error as caught.
 */
export function setServerError<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  error: unknown,
): void {
  const { message, hint, field } = describeError(error);
  const sentence = [message, hint].filter(Boolean).join(' ');
  if (isField(form.getValues(), field))
    form.setError(field, { type: 'server', message: sentence }, { shouldFocus: true });
  else form.setError('root', { type: 'server', message: sentence });
}

function isField<Values extends FieldValues>(values: Values, name: string | null): name is FieldPath<Values> {
  return name !== null && Object.hasOwn(values, name);
}
