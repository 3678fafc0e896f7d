import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useUnsavedChanges } from '@/platform/ui';
import type { QuestionSetContent } from '../questions.schema';
import type { Draft } from './draft';
import { draftSchema } from './draft.schema';
import { contentFrom } from './draft-model';
import { EditorLayout } from './editor-layout';
import { OpenQuestions } from './open-questions';
import { setSaveError } from './save-problems';

interface SetFormProps {
  defaultValues: Draft;
  submitLabel: string;
  /** Where Cancel leads. */
  backTo: string;
  /** Saves and answers what to do once the form may be left; rejects with the server's refusal. */
  onSubmit: (content: QuestionSetContent) => Promise<() => void>;
  /** What saving will do, told above the buttons. */
  outlook?: ReactNode;
}

/** The editor of a question set: says what is wrong at each field, and asks before changes are lost. */
export function SetForm({ defaultValues, onSubmit, ...rest }: SetFormProps) {
  const form = useForm<Draft>({ resolver: zodResolver(draftSchema), defaultValues, shouldFocusError: false });
  const { dialog, release } = useUnsavedChanges(form.formState.isDirty);

  async function save(draft: Draft) {
    try {
      const leave = await onSubmit(contentFrom(draft));
      release();
      leave();
    } catch (error) {
      setSaveError(form, error);
    }
  }

  return (
    <FormProvider {...form}>
      <OpenQuestions>
        <EditorLayout onSave={save} {...rest} />
      </OpenQuestions>
      {dialog}
    </FormProvider>
  );
}
