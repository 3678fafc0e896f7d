import { ActionIcon, Chip, Group, Input, Paper, Text } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconAlertTriangle, IconCopy, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { daysWords } from '@/modules/pm/sessions';
import type { PolicyFormValues } from './policy-form.schema';
import { slotOverlaps } from './policy-form-model';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface SlotRowProps {
  index: number;
  onCopy: () => void;
  onRemove: () => void;
}

/** One time of the week: its days, its start and its end. */
export function SlotRow({ index, onCopy, onRemove }: SlotRowProps) {
  const { control } = useFormContext<PolicyFormValues>();
  const errorId = useId();
  const name = `Time ${index + 1}`;
  return (
    <Paper p="sm" role="group" aria-label={name}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Group gap={4}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Copy time ${index + 1}`} onClick={onCopy}>
            <IconCopy size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove time ${index + 1}`}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Controller
        control={control}
        name={`allowed_time_slots.${index}.days`}
        render={({ field, fieldState }) => (
          <>
            <Chip.Group multiple value={field.value.map(String)} onChange={(days) => field.onChange(days.map(Number))}>
              <Group gap={6} role="group" aria-label={`${name}, days`} aria-describedby={errorId}>
                {WEEK.map((day) => (
                  <Chip key={day} value={String(day)} size="sm" ref={day === 1 ? field.ref : undefined}>
                    {daysWords([day])}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <div id={errorId}>{fieldState.error && <Input.Error mt={4}>{fieldState.error.message}</Input.Error>}</div>
          </>
        )}
      />
      <Group gap="sm" mt="xs" align="flex-start">
        <ClockField index={index} part="start" label="From" />
        <ClockField index={index} part="end" label="Until" />
      </Group>
      <Overlaps index={index} />
    </Paper>
  );
}

function ClockField({ index, part, label }: { index: number; part: 'start' | 'end'; label: string }) {
  const { control, trigger, formState } = useFormContext<PolicyFormValues>();
  const spoken = `Time ${index + 1}, ${label.toLowerCase()}`;
  return (
    <Controller
      control={control}
      name={`allowed_time_slots.${index}.${part}`}
      render={({ field, fieldState }) => (
        <TimePicker
          label={label}
          value={field.value}
          onChange={(time) => {
            field.onChange(time.slice(0, 5));
            // The start decides whether the end is right.
            if (formState.isSubmitted) void trigger(`allowed_time_slots.${index}`);
          }}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
          format="12h"
          minutesStep={5}
          withDropdown
          w={140}
          hoursInputLabel={`${spoken}, hours`}
          minutesInputLabel={`${spoken}, minutes`}
          amPmInputLabel={`${spoken}, AM or PM`}
        />
      )}
    />
  );
}

/** Points out which other times this one meets. Allowed, but rarely meant: a session must fit into one of them. */
function Overlaps({ index }: { index: number }) {
  const { control } = useFormContext<PolicyFormValues>();
  const slots = useWatch({ control, name: 'allowed_time_slots' });
  const overlaps = slotOverlaps(slots, index);
  return (
    <div aria-live="polite">
      {overlaps.map(({ other, days }) => (
        <Group key={other} gap={6} wrap="nowrap" mt="xs" align="flex-start">
          <IconAlertTriangle size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm">
            Overlaps with time {other + 1} on {daysWords(days)}. A session must fit into one of the two.
          </Text>
        </Group>
      ))}
    </div>
  );
}
