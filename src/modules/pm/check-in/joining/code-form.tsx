import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { type Joined, type JoinOutcome, useJoinSession } from '../api/join-session';
import classes from '../check-in.module.css';
import { Screen } from '../screens/screen';
import { joinProblem, wrongCodeWords } from './join-words';

interface CodeFormProps {
  token: string;
  onJoined: (joined: Joined) => void;
  onGuest: () => void;
  back: ReactNode;
}

/** Joining by the personal code. */
export function CodeForm({ token, onJoined, onGuest, back }: CodeFormProps) {
  const join = useJoinSession(token);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [retryAt, setRetryAt] = useState<number | null>(null);
  const isBlocked = useIsBefore(retryAt);

  function follow(outcome: JoinOutcome) {
    if (outcome.joined) return onJoined(outcome);
    if ('retryAfterSeconds' in outcome) return setRetryAt(Date.now() + outcome.retryAfterSeconds * 1000);
    setProblem(wrongCodeWords(outcome.attemptsLeft));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (join.isPending || isBlocked) return;
    if (code.trim() === '') return setProblem('Type your code.');
    setProblem(null);
    join.mutate({ code }, { onSuccess: follow, onError: (error) => setProblem(joinProblem(error)) });
  }

  return (
    <Screen title="Type your personal code">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <TextInput
            size="lg"
            label="Personal code"
            description="8 letters and numbers. Capitals and the dash do not matter."
            placeholder="K7QM-3XPD"
            className={classes.code}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={problem}
            errorProps={{ role: 'alert' }}
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={20}
            // The person has just asked for this field.
            autoFocus
          />
          {isBlocked && retryAt !== null && (
            <Alert color="yellow" role="alert" title="Too many wrong codes">
              <Text>
                Too many wrong codes were typed for this session. You can try again at {timeOnPhone(retryAt)}. If it
                cannot wait, join as guest or ask your facilitator.
              </Text>
            </Alert>
          )}
          <Group gap="sm">
            <Button type="submit" size="lg" loading={join.isPending} disabled={isBlocked} flex={1}>
              Join
            </Button>
            {back}
          </Group>
          <Button size="md" variant="subtle" onClick={onGuest}>
            I do not have my code with me
          </Button>
        </Stack>
      </form>
    </Screen>
  );
}

/** On the phone's own clock, which is the one that its owner looks at. */
function timeOnPhone(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}

/** Whether a moment (milliseconds, null: none) is still to come; looks again when it has. */
function useIsBefore(moment: number | null): boolean {
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (moment === null) return;
    const timer = setTimeout(() => setPassed(moment), moment - Date.now());
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && passed !== moment;
}
