import { Button, Stack, Text } from '@mantine/core';
import { IconKey, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { Joined } from '../api/join-session';
import { Screen } from '../screens/screen';
import { CodeForm } from './code-form';
import { GuestForm } from './guest-form';

interface JoinFormsProps {
  token: string;
  onJoined: (joined: Joined) => void;
}

/** The two ways to join. */
export function JoinForms(props: JoinFormsProps) {
  const [way, setWay] = useState<'code' | 'guest' | null>(null);
  const back = (
    <Button size="lg" variant="default" onClick={() => setWay(null)}>
      Back
    </Button>
  );
  if (way === 'code') return <CodeForm {...props} back={back} onGuest={() => setWay('guest')} />;
  if (way === 'guest') return <GuestForm {...props} back={back} />;
  return (
    <Screen title="Welcome. How do you join?">
      <Stack>
        <Button size="xl" leftSection={<IconKey size={22} aria-hidden />} onClick={() => setWay('code')} fullWidth>
          I have a personal code
        </Button>
        <Button
          size="xl"
          variant="default"
          leftSection={<IconUser size={22} aria-hidden />}
          onClick={() => setWay('guest')}
          fullWidth
        >
          Join as guest
        </Button>
      </Stack>
      <Text size="sm" c="dimmed">
        You need no account. The code comes from your clinic and looks like K7QM-3XPD.
      </Text>
    </Screen>
  );
}
