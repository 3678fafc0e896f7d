import { ActionIcon, Button, Input, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { AmountField } from './amount-field';
import { BandOutlook } from './band-outlook';
import type { Draft } from './draft';
import { MOST } from './draft-problems';
import classes from './editor.module.css';

/** What the scores mean; nothing for a set without scoring. */
export function BandFields() {
  const { control } = useFormContext<Draft>();
  const scoring = useWatch({ control, name: 'scoring' });
  return scoring === 'sum' ? <Bands /> : null;
}

function Bands() {
  const { control, register, formState, getValues } = useFormContext<Draft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'bands', keyName: 'key' });
  const errors = formState.errors.bands;

  /** The next band begins where the last one ends. */
  function add() {
    const last = getValues('bands').at(-1);
    const min = last ? (last.max === null ? null : last.max + 1) : 0;
    append({ min, max: null, label: '' }, { focusName: `bands.${fields.length}.max` });
  }

  return (
    <Stack gap="sm">
      <div>
        <Title order={2}>What a score means</Title>
        <Text size="sm" c="dimmed">
          Bands from one score to another, both included. Patients and facilitators read the words beside the score.
        </Text>
      </div>
      {fields.map(({ key }, index) => (
        <div key={key} className={classes.band}>
          <AmountField name={`bands.${index}.min`} deps="bands" aria-label={`Band ${index + 1} from`} />
          <AmountField name={`bands.${index}.max`} deps="bands" aria-label={`Band ${index + 1} to`} />
          <TextInput
            aria-label={`Meaning of band ${index + 1}`}
            placeholder="Moderate"
            error={errors?.[index]?.label?.message}
            {...register(`bands.${index}.label`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove band ${index + 1}`}
            onClick={() => remove(index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {errors?.message && <Input.Error role="alert">{errors.message}</Input.Error>}
      <BandOutlook />
      {fields.length < MOST.bands && (
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'start' }}
          onClick={add}
        >
          Add a band
        </Button>
      )}
    </Stack>
  );
}
