import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';

interface DoneOptions {
  /** What was done, as a sentence. */
  message: string;
  undo?: { label?: string; onUndo: () => unknown };
}

/** Says what was done in a toast that screen readers announce, and offers to take it back where that is possible. */
export function notifyDone({ message, undo }: DoneOptions): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    icon: <IconCheck size={18} aria-hidden />,
    color: 'green',
    // Time enough to read and to reach the button.
    autoClose: undo ? 12_000 : 6_000,
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => takeBack(id, undo.onUndo)}>
          {undo.label ?? 'Undo'}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

async function takeBack(id: string, onUndo: () => unknown): Promise<void> {
  notifications.hide(id);
  try {
    await onUndo();
  } catch (problem) {
    notifyProblem(problem);
  }
}

/** Says why something did not work, in words; for what has no place of its own on the page. */
export function notifyProblem(error: unknown): void {
  const { message, hint } = describeError(error);
  notifications.show({
    icon: <IconAlertCircle size={18} aria-hidden />,
    color: 'red',
    autoClose: 12_000,
    title: message,
    message: hint,
  });
}
