import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { type Joined, useJoinSession } from '../api/join-session';
import { Screen } from '../screens/screen';
import { joinProblem } from './join-words';

interface GuestFormProps {
  token: string;
  onJoined: (joined: Joined) => void;
  back: ReactNode;
}

/** Joining with a name alone. */
export function GuestForm({ token, onJoined, back }: GuestFormProps) {
  const join = useJoinSession(token);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (join.isPending) return;
    if (name.trim() === '') return setProblem('Type your name.');
    setProblem(null);
    join.mutate(
      { guest_name: name.trim() },
      {
        onSuccess: (outcome) => outcome.joined && onJoined(outcome),
        onError: (error) => setProblem(joinProblem(error)),
      },
    );
  }

  return (
    <Screen title="Join as guest">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <TextInput
            size="lg"
            label="Your name"
            description="Your facilitator sees it. Your first name is enough."
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problem}
            errorProps={{ role: 'alert' }}
            autoComplete="given-name"
            maxLength={80}
            // The person has just asked for this field.
            autoFocus
          />
          <Text size="sm" c="dimmed">
            Are you a patient here? With your personal code your answers go to your own record; as a guest they do not.
          </Text>
          <Group gap="sm">
            <Button type="submit" size="lg" loading={join.isPending} flex={1}>
              Join
            </Button>
            {back}
          </Group>
        </Stack>
      </form>
    </Screen>
  );
}
