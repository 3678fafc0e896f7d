import { Button, Group, Text } from '@mantine/core';
import { describeError } from '@/platform/supabase/errors';
import { tapStore } from '../queue/attendance-queue';
import type { Tap } from '../queue/tap';
import classes from './attendance-list.module.css';
import { attendanceWord } from './attendance-looks';

/** What was tapped and not accepted: why, and what to do about it. */
export function RefusedTap({ name, tap }: { name: string; tap: Tap }) {
  const { message, hint } = describeError({ message: tap.refusal, code: tap.refusal });
  return (
    <Group className={classes.refusal} justify="space-between" gap="xs" role="alert">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          “{attendanceWord(tap.status)}” was not accepted: {message}
        </Text>
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant="default"
          aria-label={`Try again for ${name}`}
          onClick={() => tapStore.put([{ ...tap, refusal: null }])}
        >
          Try again
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`Discard what was tapped for ${name}`}
          onClick={() => tapStore.remove([tap])}
        >
          Discard
        </Button>
      </Group>
    </Group>
  );
}
