import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { signOut } from '../sign-out';
import { useIdlePhase } from './use-idle-phase';

interface IdleGateProps {
  /** The organization's setting. */
  minutes: number;
  children: ReactNode;
}

/** Signs a person out who has left the screen alone, a minute after asking; nothing of the pages is shown after that. */
export function IdleGate({ minutes, children }: IdleGateProps) {
  const [idle, stay] = useIdlePhase(minutes);
  const over = idle.phase === 'over';

  useEffect(() => {
    if (over) void signOut('idle');
  }, [over]);

  if (over) return null;
  return (
    <>
      {children}
      <Modal
        opened={idle.phase === 'warning'}
        onClose={stay}
        title="Are you still there?"
        closeOnClickOutside={false}
        zIndex="var(--mantine-z-index-max)"
      >
        <Stack>
          <Text size="sm">
            To protect patient data you will be signed out in{' '}
            {idle.phase === 'warning'
              ? `${idle.secondsLeft} ${idle.secondsLeft === 1 ? 'second' : 'seconds'}`
              : 'a moment'}
            .
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => signOut('by-hand')}>
              Sign out
            </Button>
            <Button onClick={stay} data-autofocus>
              Stay signed in
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
