import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { AmountField } from './amount-field';
import type { Draft } from './draft';
import { newOption } from './draft-model';
import { MOST } from './draft-problems';
import classes from './editor.module.css';

/** The answers to choose from, with their scores where these are of use. Enter adds the next. */
export function OptionFields({ index }: { index: number }) {
  const { control, register, formState, getValues } = useFormContext<Draft>();
  const path = `questions.${index}.options` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path, keyName: 'key' });
  const [scoring, flagAbove] = useWatch({ control, name: ['scoring', `questions.${index}.flag_above`] });
  const errors = formState.errors.questions?.[index]?.options;
  const labelId = useId();
  const withScores = scoring === 'sum' || flagAbove !== null;

  function add() {
    const taken = getValues(path).map(({ value }) => value);
    append(newOption(taken), { focusName: `${path}.${fields.length}.label` });
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    // It would send the form.
    event.preventDefault();
    if (fields.length < MOST.options) add();
  }

  return (
    <Stack gap={6}>
      <Input.Label labelElement="div" id={labelId}>
        Answers{withScores && ', and what each counts'}
      </Input.Label>
      <Stack gap={6} role="group" aria-labelledby={labelId}>
        {fields.map(({ key }, place) => (
          <div key={key} className={classes.option}>
            <TextInput
              aria-label={`Answer ${place + 1}`}
              placeholder={`Answer ${place + 1}`}
              error={errors?.[place]?.label?.message}
              onKeyDown={press}
              {...register(`${path}.${place}.label`, { deps: path })}
            />
            {withScores ? (
              <AmountField name={`${path}.${place}.score`} aria-label={`Score of answer ${place + 1}`} w={72} />
            ) : (
              <span />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove answer ${place + 1}`}
              onClick={() => remove(place)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </Stack>
      {errors?.root?.message && <Input.Error role="alert">{errors.root.message}</Input.Error>}
      {fields.length < MOST.options && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ alignSelf: 'start' }}
          onClick={add}
        >
          Add an answer
        </Button>
      )}
    </Stack>
  );
}
