import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

/**
 * Asks before a form with changes is left, by a link, the back button or closing the window.
 * Takes whether there are changes; answers the dialog to render, and `release`, to be called before leaving after saving.
 */
export function useUnsavedGuard(dirty: boolean): { guard: ReactNode; release: () => void } {
  const released = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!released.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  return {
    guard: <LeaveDialog opened={blocker.state === 'blocked'} onStay={blocker.reset} onLeave={blocker.proceed} />,
    release: () => {
      released.current = true;
    },
  };
}

interface LeaveDialogProps {
  opened: boolean;
  onStay: (() => void) | undefined;
  onLeave: (() => void) | undefined;
}

function LeaveDialog({ opened, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Modal opened={opened} onClose={() => onStay?.()} title="Leave without saving?">
      <Stack>
        <Text size="sm">What you have changed on this page will be lost.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onStay?.()} data-autofocus>
            Stay here
          </Button>
          <Button color="red" onClick={() => onLeave?.()}>
            Leave without saving
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
