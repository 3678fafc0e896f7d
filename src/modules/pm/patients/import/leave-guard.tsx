import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import type { BatchProgress } from './batch-run';

interface LeaveGuardProps {
  progress: BatchProgress;
  stop: () => void;
}

/** Asks before the page is left while rows are still to go in. */
export function LeaveGuard({ progress: { state, done, total }, stop }: LeaveGuardProps) {
  const going = state === 'running' || state === 'stopping' || state === 'failed';
  // The step is part of the address: going back a step would leave the import's progress unseen.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      going &&
      !nextLocation.search.includes('step=import') &&
      `${currentLocation.pathname}${currentLocation.search}` !== `${nextLocation.pathname}${nextLocation.search}`,
  );

  useEffect(() => {
    if (!going) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [going]);

  function leave() {
    stop();
    blocker.proceed?.();
  }

  return (
    <Modal opened={blocker.state === 'blocked'} onClose={() => blocker.reset?.()} title="Leave the import?">
      <Stack>
        <Text size="sm">
          {`${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows are through so far, and stay. What has not been sent yet is not imported if you leave.`}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            Leave
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            Stay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
