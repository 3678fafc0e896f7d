import { Button, Group, Text } from '@mantine/core';
import { flaggedQuestions } from '@/modules/pm/question-sets';
import { CrisisNotice } from '../crisis-notice';
import type { Keeper, KeeperEvent } from '../keeping/keeper';
import { Screen } from './screen';

interface RefusedScreenProps {
  keeper: Extract<Keeper, { step: 'refused' }>;
  dispatch: (event: KeeperEvent) => void;
  onLeave: () => void;
}

const REASONS: Readonly<Record<string, string>> = {
  SESSION_NOT_OPEN: 'They came too late: this session takes no answers any more.',
  PARTICIPANT_UNKNOWN: 'You were taken off this session’s list. Join again with your code, and answer once more.',
};

/** The answers cannot arrive. They stay on the device until the person lets go of them. */
export function RefusedScreen({ keeper, dispatch, onLeave }: RefusedScreenProps) {
  const isFlagged = flaggedQuestions(keeper.asked.questions, keeper.answers).length > 0;
  return (
    <Screen title="Your answers did not arrive">
      <Text role="alert">
        {REASONS[keeper.reason ?? ''] ?? 'The clinic’s system did not take them.'} Please tell your facilitator. It is
        not your fault.
      </Text>
      {isFlagged && <CrisisNotice />}
      <Group gap="sm">
        <Button size="lg" onClick={() => dispatch({ type: 'retry' })}>
          Try again
        </Button>
        <Button size="lg" variant="default" onClick={onLeave}>
          Remove them from this device
        </Button>
      </Group>
    </Screen>
  );
}
