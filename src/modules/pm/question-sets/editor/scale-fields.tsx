import { SimpleGrid, TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { AmountField } from './amount-field';
import type { Draft } from './draft';
import { ScoredField } from './scored-field';

/** From where to where a scale goes, and what its ends mean. */
export function ScaleFields({ index }: { index: number }) {
  const { register, formState } = useFormContext<Draft>();
  const path = `questions.${index}` as const;
  const errors = formState.errors.questions?.[index];
  return (
    <>
      <SimpleGrid cols={3} spacing="sm">
        <AmountField name={`${path}.min`} deps={`${path}.max`} label="From" allowDecimal={false} />
        <AmountField name={`${path}.max`} deps={`${path}.min`} label="To" allowDecimal={false} />
        <AmountField name={`${path}.step`} label="In steps of" allowDecimal={false} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label="The lowest means"
          placeholder="Not at all"
          error={errors?.min_label?.message}
          {...register(`${path}.min_label`)}
        />
        <TextInput
          label="The highest means"
          placeholder="Extremely"
          error={errors?.max_label?.message}
          {...register(`${path}.max_label`)}
        />
      </SimpleGrid>
      <ScoredField index={index} />
    </>
  );
}
