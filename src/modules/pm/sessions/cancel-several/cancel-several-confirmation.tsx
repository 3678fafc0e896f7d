import { Button, Group, List, Stack, Text } from '@mantine/core';
import { formatDate } from '@/platform/time';
import { sessionsWords } from './cancel-several-model';
import type { CancellingPlan } from './use-cancelling';

interface CancelSeveralConfirmationProps {
  plan: CancellingPlan;
  onBack: () => void;
  onConfirm: () => void;
}

/** Asks once more, with the number. */
export function CancelSeveralConfirmation({ plan, onBack, onConfirm }: CancelSeveralConfirmationProps) {
  const { sessions, reason, closedDays } = plan;
  const inProgress = sessions.filter(({ status }) => status === 'active').length;
  return (
    <Stack>
      <Text fw={600} role="status">
        Cancel {sessionsWords(sessions.length)}?
      </Text>
      <List size="sm" spacing={4}>
        <List.Item style={{ overflowWrap: 'anywhere' }}>Reason: {reason}</List.Item>
        {inProgress > 0 && <List.Item>{sessionsWords(inProgress)} of them in progress.</List.Item>}
        {closedDays.length > 0 && (
          <List.Item style={{ overflowWrap: 'anywhere' }}>
            {closedDays.map(({ closed_on }) => formatDate(closed_on)).join(', ')}: closed as {closedDays[0]?.name}.
          </List.Item>
        )}
        <List.Item>Their people and rooms become free. This cannot be undone.</List.Item>
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack} data-autofocus>
          Back
        </Button>
        <Button color="red" onClick={onConfirm}>
          Cancel {sessionsWords(sessions.length)}
        </Button>
      </Group>
    </Stack>
  );
}
