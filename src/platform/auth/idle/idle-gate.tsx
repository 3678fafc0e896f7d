import { Button, Center, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { whenIdle } from '@/platform/ui/when-idle';
import { sendKept } from '../kept-data';
import { KeptWarning } from '../kept-warning';
import { loadSignInPage } from '../load-sign-in-page';
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

  // Offline it could not be fetched any more, and it is where one is told what was lost.
  useEffect(() => whenIdle(() => void loadSignInPage().catch(() => undefined)), []);

  useEffect(() => {
    if (over) void sendKept().then(() => signOut('idle'));
  }, [over]);

  if (over) return <Leaving />;
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
          <KeptWarning />
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

function Leaving() {
  return (
    <Center mih="100vh">
      <Text size="sm" c="dimmed" role="status">
        Signing out…
      </Text>
    </Center>
  );
}
