import { Stack, Textarea, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import type { Draft } from './draft';
import { ScoringField } from './scoring-field';

/** What a set is called, what it is for, and where it comes from. */
export function SetFields() {
  const { register, formState } = useFormContext<Draft>();
  const { errors } = formState;
  return (
    <Stack>
      <TextInput label="Title" required error={errors.title?.message} {...register('title')} />
      <Textarea
        label="Description"
        description="For colleagues: what it asks about, and when to use it."
        autosize
        minRows={2}
        maxRows={6}
        error={errors.description?.message}
        {...register('description')}
      />
      <Textarea
        label="Source"
        description="For a measure: the article that describes it, as one cites it."
        autosize
        minRows={1}
        maxRows={6}
        error={errors.source?.message}
        {...register('source')}
      />
      <ScoringField />
    </Stack>
  );
}
