import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { QUESTION_TYPES } from '../questions.schema';
import type { Draft } from './draft';
import { withType } from './draft-model';
import { FlagField } from './flag-field';
import { NumberLimits } from './number-limits';
import { OptionFields } from './option-fields';
import { QUESTION_TYPE_LOOKS } from './question-types';
import { ScaleFields } from './scale-fields';
import { SwitchField } from './switch-field';

const TYPE_OPTIONS = QUESTION_TYPES.map((type) => ({ value: type, label: QUESTION_TYPE_LOOKS[type].label }));

/** The fields of one question; which ones follows from its type. */
export function QuestionEditor({ index }: { index: number }) {
  const { register, control, formState, getValues, setValue } = useFormContext<Draft>();
  const path = `questions.${index}` as const;
  const type = useWatch({ control, name: `${path}.type` });
  const errors = formState.errors.questions?.[index];

  function changeType(chosen: string) {
    const next = QUESTION_TYPES.find((each) => each === chosen);
    if (!next) return;
    const { min, max } = withType(getValues(path), next);
    setValue(`${path}.type`, next, { shouldDirty: true });
    setValue(`${path}.min`, min, { shouldDirty: true });
    setValue(`${path}.max`, max, { shouldDirty: true });
  }

  return (
    <Stack gap="md">
      <Textarea
        label="Question"
        required
        autosize
        minRows={1}
        maxRows={6}
        error={errors?.text?.message}
        {...register(`${path}.text`)}
      />
      <TextInput
        label="Help"
        description="Smaller print below the question. May be empty."
        error={errors?.help?.message}
        {...register(`${path}.help`)}
      />
      <NativeSelect
        label="Answered by"
        data={TYPE_OPTIONS}
        value={type}
        onChange={(event) => changeType(event.currentTarget.value)}
        maw={240}
      />
      {(type === 'single' || type === 'multiple') && <OptionFields index={index} />}
      {type === 'scale' && <ScaleFields index={index} />}
      {type === 'number' && <NumberLimits index={index} />}
      <SwitchField name={`${path}.required`} label="Must be answered" />
      {type !== 'text' && <FlagField index={index} type={type} />}
    </Stack>
  );
}
