import { ActionIcon, Button, Input, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Draft } from './draft';
import { MOST } from './draft-problems';
import classes from './editor.module.css';

/** What patients can read or watch, by title and address. */
export function MaterialFields() {
  const { control, register, formState } = useFormContext<Draft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'materials', keyName: 'key' });
  const errors = formState.errors.materials;
  return (
    <Stack gap="sm">
      <div>
        <Title order={2}>Material</Title>
        <Text size="sm" c="dimmed">
          Handouts, articles, videos: shown to patients as links.
        </Text>
      </div>
      {fields.map(({ key }, index) => (
        <div key={key} className={classes.material}>
          <TextInput
            aria-label={`Title of link ${index + 1}`}
            placeholder="Title"
            error={errors?.[index]?.title?.message}
            {...register(`materials.${index}.title`)}
          />
          <TextInput
            type="url"
            aria-label={`Address of link ${index + 1}`}
            placeholder="https://"
            spellCheck={false}
            error={errors?.[index]?.url?.message}
            {...register(`materials.${index}.url`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove link ${index + 1}`}
            onClick={() => remove(index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {errors?.message && <Input.Error role="alert">{errors.message}</Input.Error>}
      {fields.length < MOST.materials && (
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'start' }}
          onClick={() => append({ title: '', url: '' }, { focusName: `materials.${fields.length}.title` })}
        >
          Add a link
        </Button>
      )}
    </Stack>
  );
}
