import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { sessionsWords } from './cancel-several-model';
import { CancellationResults } from './cancellation-results';
import type { CancellingState } from './use-cancelling';

interface CancelSeveralProgressProps {
  state: CancellingState;
  onRetry: () => void;
  onClose: () => void;
}

/** How far it is, then what became of each session; what failed can be tried again. */
export function CancelSeveralProgress({ state, onRetry, onClose }: CancelSeveralProgressProps) {
  const { plan, running, outcomes, closingProblem } = state;
  const total = plan.sessions.length;
  const cancelled = plan.sessions.filter(({ id }) => outcomes[id] === null).length;
  const done = plan.sessions.filter(({ id }) => outcomes[id] !== undefined).length;
  const incomplete = cancelled < total || closingProblem !== null;
  return (
    <Stack>
      {running ? (
        <>
          <Text size="sm" role="status">
            Cancelling {sessionsWords(total)}: {done} done…
          </Text>
          <Progress value={(done / total) * 100} aria-label="Progress" animated />
        </>
      ) : (
        <Alert
          role="status"
          color={incomplete ? 'yellow' : 'green'}
          icon={incomplete ? <IconAlertCircle aria-hidden /> : <IconCircleCheck aria-hidden />}
          title={
            cancelled === total
              ? `${sessionsWords(total)} cancelled`
              : `${cancelled} of ${sessionsWords(total)} cancelled, ${total - cancelled} not`
          }
        >
          {closingProblem === null ? closedWords(plan.closedDays.length) : `No day was closed: ${closingProblem}`}
        </Alert>
      )}
      <CancellationResults sessions={plan.sessions} outcomes={outcomes} />
      <Group justify="flex-end">
        {!running && incomplete && (
          <Button variant="default" onClick={onRetry}>
            Try the rest again
          </Button>
        )}
        <Button onClick={onClose} disabled={running}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}

function closedWords(days: number): string | null {
  if (days === 0) return null;
  return days === 1 ? 'The day is marked as closed.' : `${days} days are marked as closed.`;
}
