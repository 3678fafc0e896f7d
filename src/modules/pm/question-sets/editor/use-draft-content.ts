import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { QuestionSetContent } from '../questions.schema';
import type { Draft } from './draft';
import { contentFrom } from './draft-model';

/** What the draft would be saved as, following what is typed a moment later. */
export function useDraftContent(): QuestionSetContent {
  const { control, getValues } = useFormContext<Draft>();
  // Watched for the change; read whole, because what is watched may lack what is not there yet.
  useWatch({ control });
  return useDeferredValue(contentFrom(getValues()));
}
