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
        <Button size="compact-sm" variant="light" flex="none" onClick={() => act(id, undo.onUndo)}>
          {undo.label ?? 'Undo'}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

async function act(id: string, onAct: () => unknown): Promise<void> {
  notifications.hide(id);
  try {
    await onAct();
  } catch (problem) {
    notifyProblem(problem);
  }
}

/** Says why something did not work, in words; for what has no place of its own on the page. */
export function notifyProblem(error: unknown): void {
  showProblem(error, null);
}

interface ProblemAction {
  label: string;
  onAct: () => unknown;
}

/** Says why something did not work, and offers what can be done about it right here. */
export function notifyProblemWithAction(error: unknown, action: ProblemAction): void {
  showProblem(error, action);
}

function showProblem(error: unknown, action: ProblemAction | null): void {
  const { message, hint } = describeError(error);
  const id = crypto.randomUUID();
  notifications.show({
    id,
    icon: <IconAlertCircle size={18} aria-hidden />,
    color: 'red',
    autoClose: action ? 20_000 : 12_000,
    title: message,
    message: action ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{hint}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => act(id, action.onAct)}>
          {action.label}
        </Button>
      </Group>
    ) : (
      hint
    ),
  });
}
