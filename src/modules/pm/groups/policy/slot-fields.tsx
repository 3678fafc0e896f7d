import { Button, Input, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { PolicyFormValues } from './policy-form.schema';
import { nextSlot } from './policy-form-model';
import { SlotRow } from './slot-row';

/** At which times of the week sessions take place: none for any time. */
export function SlotFields() {
  const { control, formState, getValues } = useFormContext<PolicyFormValues>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'allowed_time_slots' });
  const addButton = useRef<HTMLButtonElement>(null);
  const { root, message } = formState.errors.allowed_time_slots ?? {};
  const focusDays = (index: number) => ({ focusName: `allowed_time_slots.${index}.days` as const });

  function copy(index: number) {
    const slot = getValues(`allowed_time_slots.${index}`);
    insert(index + 1, { ...slot, days: [...slot.days] }, focusDays(index + 1));
  }

  function removeAt(index: number) {
    remove(index);
    // The row is gone with the button that was pressed.
    addButton.current?.focus();
  }

  return (
    <Input.Wrapper
      labelElement="div"
      label="Allowed times"
      description="A session must fit into one of them from start to end. Without any, sessions can take place at any time."
      error={root?.message ?? message}
    >
      <Stack gap="sm" mt="xs">
        {fields.length === 0 && (
          <Text size="sm" c="dimmed">
            Any time.
          </Text>
        )}
        {fields.map(({ id }, index) => (
          <SlotRow key={id} index={index} onCopy={() => copy(index)} onRemove={() => removeAt(index)} />
        ))}
        <Button
          ref={addButton}
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append(nextSlot(getValues('allowed_time_slots')), focusDays(fields.length))}
        >
          Add a time
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
