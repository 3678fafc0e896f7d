import { Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ReactNode, useEffect, useState } from 'react';
import { ProblemAlert } from './problem-alert';

interface ConfirmActionOptions {
  title: string;
  message: ReactNode;
  /** The verb of the action ("Delete group"), never "OK". */
  confirmLabel: string;
  danger?: boolean;
  /** When it rejects, the dialog stays open and says why. */
  onConfirm: () => unknown;
  /** When the dialog is gone, whatever was answered; the focus is where it was, if that is still there. */
  onClosed?: () => void;
}

// The second half of a double click would ask the same once more, behind the first question.
let isAsking = false;

/** Asks before something that matters is done; nothing happens while a question is open already. */
export function confirmAction({ title, onClosed, ...question }: ConfirmActionOptions): void {
  if (isAsking) return;
  isAsking = true;
  const modalId = modals.open({
    title,
    centered: true,
    onExitTransitionEnd: onClosed,
    children: <Question {...question} onClose={() => modals.close(modalId)} />,
  });
}

type QuestionProps = Omit<ConfirmActionOptions, 'title' | 'onClosed'> & { onClose: () => void };

function Question({ message, confirmLabel, danger, onConfirm, onClose }: QuestionProps) {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    isAsking = true;
    return () => {
      isAsking = false;
    };
  }, []);

  async function confirm() {
    setRunning(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem);
      setRunning(false);
    }
  }

  return (
    <Stack>
      <Text size="sm" component="div">
        {message}
      </Text>
      <ProblemAlert error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={running} data-autofocus>
          Keep as it is
        </Button>
        <Button color={danger ? 'red' : undefined} loading={running} onClick={confirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  );
}
