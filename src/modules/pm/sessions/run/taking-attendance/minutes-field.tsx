import { Button, Group, NumberInput, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListedPerson } from './attendance-model';

interface MinutesFieldProps {
  person: ListedPerson;
  /** How long the session is planned to take. */
  sessionMinutes: number;
  disabled: boolean;
  onChange: (minutes: number | null) => void;
}

/** How long somebody took part who came late or left early: said in a line, and changed in place. */
export function MinutesField({ person, sessionMinutes, disabled, onChange }: MinutesFieldProps) {
  const [editing, setEditing] = useState(false);
  // The field goes away with the focus in it: the button takes it back.
  const [wasEdited, setWasEdited] = useState(false);
  const [typed, setTyped] = useState<string | number>('');

  if (!editing)
    return (
      <Group gap={4}>
        <Text size="xs">
          {person.minutes === null
            ? `Counted as all ${sessionMinutes} minutes`
            : `${person.minutes} of ${sessionMinutes} minutes`}
        </Text>
        {!disabled && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={13} aria-hidden />}
            aria-label={`Change the minutes of ${person.name}`}
            autoFocus={wasEdited}
            onClick={() => {
              setTyped(person.minutes ?? '');
              setEditing(true);
            }}
          >
            Change
          </Button>
        )}
      </Group>
    );

  function close(change: boolean) {
    setEditing(false);
    setWasEdited(true);
    if (change) onChange(typeof typed === 'number' ? typed : null);
  }

  return (
    <Group gap="xs" align="flex-end">
      <NumberInput
        label="Minutes attended"
        aria-label={`Minutes that ${person.name} attended`}
        description="Empty for the whole session"
        value={typed}
        onChange={setTyped}
        min={0}
        max={720}
        clampBehavior="strict"
        allowDecimal={false}
        inputMode="numeric"
        autoFocus
        w={190}
        onKeyDown={(event) => {
          if (event.key === 'Enter') close(true);
          if (event.key === 'Escape') close(false);
        }}
      />
      <Button variant="default" onClick={() => close(false)}>
        Leave
      </Button>
      <Button onClick={() => close(true)}>Set</Button>
    </Group>
  );
}
