import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

interface ParticipantFootProps {
  name: string;
  /** What would be lost, as a sentence; null when nothing would. */
  loses: string | null;
  onLeave: () => void;
}

/** Says who is checked in on this device, and lets the next person begin anew. Asks first when answers would be lost. */
export function ParticipantFoot({ name, loses, onLeave }: ParticipantFootProps) {
  const [isAsking, setAsking] = useState(false);
  if (isAsking) {
    return (
      <Stack gap="sm" role="group" aria-label="Remove the answers?">
        <Text>{loses} Remove them from this device?</Text>
        <Group gap="sm">
          <Button size="md" color="red" onClick={onLeave}>
            Remove the answers
          </Button>
          <Button size="md" variant="default" onClick={() => setAsking(false)} autoFocus>
            Keep them
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" c="dimmed">
        You are here as <b>{name}</b>.
      </Text>
      <Button size="md" variant="subtle" px={0} onClick={() => (loses ? setAsking(true) : onLeave())}>
        Not you? Start again
      </Button>
    </Stack>
  );
}
