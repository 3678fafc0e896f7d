import { Group, Switch, Text } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import type { QuestionType } from '../questions.schema';
import { AmountField } from './amount-field';
import type { Draft } from './draft';

interface FlagFieldProps {
  index: number;
  type: Exclude<QuestionType, 'text'>;
}

/** Whether, and from what on, the facilitator is told of an answer while the session runs. */
export function FlagField({ index, type }: FlagFieldProps) {
  const { control } = useFormContext<Draft>();
  const name = `questions.${index}.flag_above` as const;
  const isChoice = type === 'single' || type === 'multiple';
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <div>
          <Switch
            label="Tell the facilitator at once"
            description="For an answer that somebody has to look at before the patient leaves."
            checked={field.value !== null}
            onChange={(event) => field.onChange(event.currentTarget.checked ? 0 : null)}
            onBlur={field.onBlur}
            ref={field.ref}
          />
          {field.value !== null && (
            <Group gap="xs" mt="xs" ml={46} align="center">
              <Text size="sm">{isChoice ? 'When the score of the answer is above' : 'When the number is above'}</Text>
              <AmountField name={name} aria-label="Tell the facilitator above" whenEmpty={0} w={80} />
            </Group>
          )}
        </div>
      )}
    />
  );
}
