import { Alert, Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';
import type { BatchProgress } from './batch-run';

interface BatchProgressViewProps {
  progress: BatchProgress;
  /** "Checking", "Importing". */
  doing: string;
  onResume: () => void;
  onStop?: () => void;
}

/** How far the batches are; where they were stopped or refused, why, and how to go on. */
export function BatchProgressView({
  progress: { state, done, total, error },
  doing,
  onResume,
  onStop,
}: BatchProgressViewProps) {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const going = state === 'running' || state === 'stopping' || state === 'idle';
  const figures = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows (${percent}%)`;
  return (
    <Stack gap="sm" maw={720}>
      <Text size="sm" fw={500}>
        {doing}: {figures}
      </Text>
      <Progress value={percent} aria-label={`${doing}: ${figures}`} size="lg" animated={going} />
      {/* Every quarter is enough for a screen reader. */}
      <VisuallyHidden role="status">{going ? `${doing}: ${Math.floor(percent / 25) * 25}%` : ''}</VisuallyHidden>
      {going && onStop && (
        <Group>
          <Button variant="default" onClick={onStop} disabled={state === 'stopping'}>
            {state === 'stopping' ? 'Stopping after this batch…' : 'Stop'}
          </Button>
        </Group>
      )}
      {state === 'failed' && <Failure error={error} done={done} doing={doing} onResume={onResume} onStop={onStop} />}
    </Stack>
  );
}

interface FailureProps extends Omit<BatchProgressViewProps, 'progress'> {
  error: unknown;
  done: number;
}

function Failure({ error, done, doing, onResume, onStop }: FailureProps) {
  const { message, hint } = describeError(error);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title={message}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {hint} {`${doing} stopped after ${done.toLocaleString('en-US')} rows; nothing of the file is lost.`}
        </Text>
        <Group gap="sm">
          <Button size="sm" onClick={onResume}>
            Continue
          </Button>
          {onStop && (
            <Button size="sm" variant="default" onClick={onStop}>
              Stop here
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
